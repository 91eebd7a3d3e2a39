//! What only the facilitator reads: saving, drafts, private notes, and what closing would lose.
