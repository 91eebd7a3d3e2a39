//! The words by which forms, spreadsheets and people say things in ballots.

/// What says "don't know", as it is compared: in lower case, with straight quotes.
pub(crate) const SAYS_DONT_KNOW: &[&str] = &[
    "?",
    "dk",
    "d/k",
    "don't know",
    "dont know",
    "do not know",
    "i don't know",
    "i dont know",
    "don't know / not sure",
    "don't know/not sure",
    "not sure",
    "unsure",
    "no idea",
    "not known",
    "unknown",
    "can't say",
    "no opinion",
    "don't know / no opinion",
    "don't know/no opinion",
    "dnk",
    "nk",
    "n/k",
    "d.k",
    "cannot say",
    "ddim yn gwybod",
];

/// What says that a question was not answered.
pub(crate) const SAYS_NOTHING: &[&str] = &[
    "-",
    "--",
    "---",
    ".",
    "/",
    "n/a",
    "na",
    "#n/a",
    "n.a.",
    "n.a",
    "not applicable",
    "none",
    "no answer",
    "no reply",
    "no response",
    "not answered",
    "no vote",
    "blank",
    "skip",
    "skipped",
    "prefer not to say",
    "null",
    "nan",
];

/// Answers of forms that come with their own words, the lowest first.
pub(crate) const AGREEING: [&[&str]; 5] = [
    &["strongly disagree", "disagree strongly", "anghytuno'n gryf"],
    &["disagree", "tend to disagree", "anghytuno"],
    &[
        "neither agree nor disagree",
        "neither agree or disagree",
        "neither",
        "neutral",
        "ddim yn cytuno nac yn anghytuno",
    ],
    &["agree", "tend to agree", "cytuno"],
    &["strongly agree", "agree strongly", "cytuno'n gryf"],
];

/// Words of other scales, the lowest first; a person is to say whether they mean that here.
pub(crate) const LIKE_AGREEING: [&[&str]; 5] = [
    &[
        "one",
        "totally disagree",
        "completely disagree",
        "very poor",
        "very bad",
        "never",
        "not at all",
        "very dissatisfied",
    ],
    &[
        "two",
        "somewhat disagree",
        "slightly disagree",
        "mostly disagree",
        "poor",
        "bad",
        "rarely",
        "seldom",
        "a little",
        "slightly",
        "hardly",
        "dissatisfied",
    ],
    &[
        "three",
        "neither good nor poor",
        "neither good nor bad",
        "fair",
        "average",
        "ok",
        "sometimes",
        "occasionally",
        "partly",
        "partially",
        "somewhat",
        "moderately",
        "undecided",
        "neither satisfied nor dissatisfied",
    ],
    &["four", "somewhat agree", "slightly agree", "mostly agree", "good", "often", "usually", "largely", "satisfied"],
    &[
        "five",
        "totally agree",
        "completely agree",
        "fully agree",
        "very good",
        "always",
        "fully",
        "completely",
        "very satisfied",
    ],
];

/// Steps between the others: where one of these stands beside the plain word, a scale has seven steps.
pub(crate) const HALF_STEPS: [(&str, &[&str]); 2] =
    [("agree", &["somewhat agree", "slightly agree"]), ("disagree", &["somewhat disagree", "slightly disagree"])];

/// Answers of forms to yes-no questions, with the key of the vote that they may be on an assumption.
pub(crate) const LIKE_HOLDING: [(&str, char); 4] = [("y", '1'), ("n", '3'), ("u", '0'), ("uncertain", '0')];

/// What likely says "don't know".
pub(crate) const LIKE_DONT_KNOW: &[&str] =
    &["don't know / not applicable", "don't know/not applicable", "don't know / n/a", "don't know or not applicable"];

/// Other words for whether an assumption holds, the surest first.
pub(crate) const HOLDING: [&[&str]; 3] =
    [&["yes", "holds", "true"], &["partly", "in part", "partially"], &["no", "doesn't hold", "false"]];

/// What the standard sectors are called beside their names, by id; "sector" and "organisation" are left out of all.
pub(crate) const SECTOR_WORDS: [(&str, &[&str]); 4] = [
    (
        "statutory",
        &[
            "public",
            "nhs",
            "council",
            "local authority",
            "health board",
            "health and social care partnership",
            "police",
            "government",
            "statudol",
            "gig",
            "cyhoeddus",
        ],
    ),
    (
        "third-sector",
        &[
            "third",
            "3rd",
            "voluntary",
            "charity",
            "charities",
            "charitable",
            "voluntary and community",
            "community and voluntary",
            "vcse",
            "vcs",
            "vcfse",
            "not for profit",
            "non profit",
            "trydydd",
            "gwirfoddol",
        ],
    ),
    ("community", &["local community", "resident", "residents", "citizen", "community member", "cymuned", "cymunedol"]),
    ("private", &["business", "commercial", "company", "industry", "preifat"]),
];

/// What every sector may have in its name.
pub(crate) const OF_ANY_SECTOR: &[&str] = &["sector", "the", "organisation", "organisations", "partner", "partners"];

/// What says that somebody's sector or level was not said.
pub(crate) const SAYS_NOT_SAID: &[&str] = &[
    "other",
    "not said",
    "prefer not to say",
    "none",
    "n a",
    "na",
    "not applicable",
    "unknown",
    "don't know",
    "level not said",
];

/// What the levels are called, strategic first.
pub(crate) const LEVEL_WORDS: [&[&str]; 2] = [
    &["strategic", "senior", "leadership", "strategol"],
    &["operational", "front line", "frontline", "delivery", "practitioner", "gweithredol"],
];
