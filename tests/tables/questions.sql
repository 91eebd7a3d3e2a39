-- Which features are most often weak, year by year?
SELECT year(s.date) AS year, r.feature_id, count(DISTINCT s.session_id) AS sessions
FROM ratings r JOIN sessions s USING (session_id)
WHERE r.state IN ('weakness', 'suspected_weakness')
GROUP BY ALL ORDER BY year, sessions DESC, feature_id;

-- On which features do the third sector and the statutory sector stand a step or more apart?
SELECT t.feature_id, count(*) AS votes_apart
FROM votes t JOIN votes s USING (session_id, feature_id, round)
WHERE t.voters = 'third-sector' AND s.voters = 'statutory' AND abs(t.median - s.median) >= 1
  AND t.level IS NOT DISTINCT FROM s.level
GROUP BY ALL ORDER BY votes_apart DESC, feature_id;

-- Where an assumption does not hold, how often is a risk red in the same session?
SELECT a.assumption_id, k.risk_id, count(*) AS sessions
FROM assumptions a JOIN risks k USING (session_id)
WHERE a.verdict = 'does_not_hold' AND k.rag = 'red'
GROUP BY ALL ORDER BY sessions DESC, assumption_id, risk_id;
