//! More lines that are wrong, half right or dictated, by the place: what was decided of each before it was tried.
//!
//! Lines of a place are parted by a bar; where a line means another one, that stands behind an arrow.

use super::refused::{at, said};
use crate::support::talk::Talk;
use plenary::app::Outcome;

/// What a line is to come to.
#[derive(Clone, Copy, Debug)]
enum Due {
    /// It changes nothing, says why, and the same is asked again.
    Refused,
    /// So the first time; written once more it is the text.
    Asked,
    /// It is the text that it looks like.
    Taken,
    /// It is another line as somebody says it.
    Same,
}

/// What leads to a place, as in the list of wrong lines, or the scene that it is, behind a hash.
#[rustfmt::skip]
const LINES: &[(&str, Due, &str)] = &[
    ("", Due::Refused, "for|fore|too|to|won|rate it four please|Four, medium|agreed four|new line|P four|pee four|\
        \u{201c}P4\u{201d}|\u{201c}4\u{201d}|\u{ff14}|\u{664}|4/5|3-4|3 or 4|3 to 4|4?|04|4.0|4,5|4;|(4)|4)|#4|\
        4 c high|4; n text|4 n money|IV|iv|v i|half|3\u{bd}|3ish|4+|~3|=3|4*|4%|4 out of 5|four out of five|\
        rate 4|score 4|we say four|it's a four|a four|make it four|change 4|same|as before|ditto|knot yet|\
        firmly in place|4\u{200b}|\u{200b}|\u{200b}4|\u{202e}4|\u{1b}[A|4\u{8}|4 \u{1b}[D|\u{96a}|c hi|c h|\
        evidence: high|sea high|see high|c. high|x 2-4|not agreed two to four|x 2 to 4|x two 4|x 2 4?|x 22 44|\
        don't no|irrelevant|next please|next item|Next!|text|go on|go to the map|back to P3|the map|details of P3|\
        v 0 2 5 3|v 0-2-5-3-1|votes 0 2 5 3 1|v 0 2 5 3 l|v O 2 5 3 1|v 0 2 5 3 \u{ff11}|v 0 2 5 3 1 1|\
        again please|what does 1 mean|quit now|results please|five minutes|finish now|a Meet the board|No 4|No. 4|\
        note: money|minus 4|4 minus|dash 4|question|mark|question mark 4|4 question mark|next next|undo redo|\
        4 next|hash|star|h4|4h|Q9|P10|P 10|AS 10|IF7|go P 10|go 4|1 2 3 4 5|hands 4|0|00|10|100|1e1|4\u{a0}4|\
        fourth|the fourth|4th|hear private please|card down|card|stop|stop cards"),
    ("", Due::Same, "four.=>4|Four=>4|FOUR.=>4|number four=>4|4 =>4|\t4=>4|4\u{a0}=>4|\u{3000}4=>4|4\r=>4|four ,=>4|4,=>4|\
        4 - Mostly=>4|one.=>1|Not yet.=>1|go to P 4=>go P4|go to P4=>go P4|Go P4.=>go P4|go P 4=>go P4|p4=>P4|\
        P4.=>P4|k.=>k|K=>k|Question mark.=>?|dont know=>?|don\u{2019}t know.=>?|Not relevant.=>-|back.=>back|\
        MAP=>m|Again.=>again|what.=>what|not agreed 2 4=>x 2 4|x 2 4.=>x 2 4|v 0, 2, 5, 3, 1=>v 0 2 5 3 1|\
        v 0\t2\t5\t3\t1=>v 0 2 5 3 1|as 5=>AS5|NEXT=>next"),
    ("", Due::Asked, "private note|private note She is unsure|n .|n ?|n -|p ?|p -|d .|d ?|n Undo|n clear|n four.|\
        n \u{201c}4\u{201d}|n don\u{2019}t know|d yes|n full stop|p next.|p x 2 4|n 3-4"),
    ("", Due::Taken, "n \u{201c}It\u{2019}s fine\u{201d}|n Go P3 is what we said|n next week|n 4 of us said no|n I1 money|\
        n we said \u{200b}no|n For too long|d We were not asked|n \u{ff14} of us"),
    ("4\n", Due::Same, "yes, but=>yes but|C HIGH=>c high|Evidence high.=>c high"),
    ("4\n", Due::Refused, "yes|no|medium|c medium low|c|c 5|five out of five|y.y|5!|5?|four five|c highly|evidence is high"),
    ("AS7\n", Due::Refused, "four|it holds|holds partly|does not|hold|2 holds|3 partly holds|1 does not hold|n/a|not relevant|\
        v 5 3 2 1 1|1!|1-2|1 or 2|holds?|\u{201c}holds\u{201d}|not|doesn\u{2019}t|\u{ff12}|does hold|holds holds|\
        true|false|agree"),
    ("AS7\n", Due::Same, "Holds.=>1|partly holds=>2|one.=>1|1 holds=>1|Does Not Hold.=>3|three=>3|number two=>2|2, partly holds=>2"),
    ("IF1\n", Due::Refused, "hinder|helps and hinders|don't know|1 both|c high|v 1 2|neither|0|4!|x 1 2|helping|it helps"),
    ("IF1\n", Due::Same, "Helps.=>1|3 both=>3|Not relevant.=>-|two=>2"),
    ("R6\n", Due::Refused, "happening|now|red|1 4|1, 4|impact four|likelihood 3|no|concern|not|amber|2 3 4|1-3|? 3|maybe|c high"),
    ("R6\n", Due::Same, "Happening now.=>1|not a concern=>3|could happen.=>2|number three=>3"),
    ("R6\n1\n", Due::Refused, "impact 4|high|4-5|4!|happening now 4|six|very|?|none|1 2|\u{ff14}"),
    ("R6\n1\n", Due::Same, "four=>4|4.=>4|number five=>5"),
    ("R6\n2\n", Due::Refused, "dk please|likely|7|3 4|3/4|3, 4|low"),
    ("x\n", Due::Refused, "2 please|\u{ff12}|2/4|-2|2 4|to|two to four|x|n|dk|2?|02"),
    ("x\n", Due::Same, "2.=>2|two=>2"),
    ("x 3\n", Due::Refused, "three|3.|5!|\u{ff14}|4 5|higher|five?"),
    ("x 2 4\n", Due::Asked, "n|4.|P 4|.next|question mark|high|c high|yes.|new line|stop|2-4|k|undo"),
    ("x 2 4\n", Due::Taken, "P3 is fine|We see no reason to give it more.|\u{201c}It works\u{201d}|... and so on|\u{2026}"),
    ("note\n", Due::Asked, "new line|new paragraph|stop|exit|end|done|close|save|that's it|scratch that|delete that|Full stop please|\
        quit.|Quit|help.|4.|P4.|go to P4|(4)|I1: 4|c low|dk.|next line"),
    ("note\n", Due::Taken, "Funding ends in March (2027).|for too long|we go to P4 too late|4 of 5 agree|\u{201c}yes\u{201d} says one|\
        \u{2014}|Stop the clock was said|Done is better"),
    ("p\n", Due::Asked, "stop|4.|P 4|x 2 4|hear private|hear|full stop.|0 2 5 3 1."),
    ("d\n", Due::Asked, "nobody.|no dissent|4!|none.|stop|next.|d|P4|dissent"),
    ("d\nWe were not asked\n.\n", Due::Refused, "nope|not named|nobody wants to|No, nobody|without a name|no name|full stop please|?|n.|none please|\
        anonymous please"),
    ("v\n", Due::Refused, "0 2 5 3 1 please|0 2 5 3 one|0/2/5/3/1|0-2-5-3-1|0 2 5 3|11|total 11|0 2 5 3 1, 2 dk|1000 0 0 0 0|\
        \u{ff11} 2 3 4 5|0.2 5 3 1 0|0 2 5 3 1 ? ?|0 2 5 3 1e1|four|all agree|reveal please|11 fours|4 4 4 4|n|P4|\
        0 0 0 11 0 0|next 0 2 5 3 1|- 2 5 3 1 0|O 2 5 3 1"),
    ("v\n", Due::Same, "0 2 5 3 1.=>0 2 5 3 1|0\t2\t5\t3\t1=>0 2 5 3 1|0\u{a0}2\u{a0}5\u{a0}3\u{a0}1=>0 2 5 3 1|\
        0,2,5,3,1=>0 2 5 3 1|0 2 5 3 1 =>0 2 5 3 1"),
    ("v\nway\n", Due::Refused, "4!|\u{ff14}|five|4 please|no|1/5|-1|5x|4?|4;|3-4|number four|4 - mostly|04|4.0|?!|don't no|\u{664}|\
        4\u{200b}"),
    ("v\nway\n", Due::Same, "5.=>5|4,=>4|4 =>4|Don\u{2019}t know.=>0"),
    ("dots\n", Due::Refused, "E2: 3|E2=3|E2 3 dots|3 dots E2|E 2 3|E2 \u{ff13}|E2 3, P1 4|E2 3 P1 4|E2 -0|E2 3-4|E two 3|E23|E2 3!|\
        E2 3.5|E2 three.|three|dots E2|E2 1e2|E10 3|E2 x|clear E2|E2 1 000"),
    ("dots\n", Due::Same, "E2 3.=>E2 3|e2 3=>E2 3|E2\t3=>E2 3|E2, 3=>E2 3|E2  3=>E2 3"),
    ("g\n", Due::Refused, "add|add 3|came 1|everyone came|all|3|Third sector|n3|new three people|0|list|left|change|P4"),
    ("g\n", Due::Same, "New.=>n"),
    ("g\nn\n", Due::Refused, "about 3|3-4|3/4|0.5|3,4|1e1|\u{ff13}|three.|3!|3?|3 or 4|a few|many|x|1000|-|?|3 4|\u{663}|Citizens Advice"),
    ("g\nn\n", Due::Same, "3.=>3|3\u{a0}=>3|\t3=>3"),
    ("g\nn\n3\n", Due::Refused, "third-sector|new line|new full stop|new ?|new 12|new Third sector|new statutory|new next|new none|new P3|\
        new four|\u{ff12}|2!|2 or 3|number|3rd|second|community sector 2|private note|n|new help|new new|other|\
        police"),
    ("g\nn\n3\n", Due::Same, "2.=>2|Community=>3|PRIVATE.=>4|statutory sector=>1"),
    ("g\nn\n3\n2\n", Due::Refused, "both levels|op|strategy|2!|\u{ff12}|level 2|strategic and operational|four|-|?|yes|1 2"),
    ("g\nn\n3\n2\n", Due::Same, "Operational.=>operational|not said=>not said"),
    ("g\nn\n3\n2\n\n", Due::Asked, "4.|yes|none.|here|stop|P4|n|12|three|Third sector.|Strategic|3 people.|?|new line|quit"),
    ("g\nn\n3\n2\n\n", Due::Taken, "Citizens Advice|Apologies House|4 Nations Trust of Fife|NHS 24|\u{201c}Yes\u{201d} Campaign"),
    ("g\nn\n3\n2\n\nCAB\n", Due::Asked, "5|none.|yes.|operational.|P4|stop|30 June 2026|here"),
    ("g\nn\n3\n2\n\nCAB\nchair\n", Due::Refused, "maybe|presen t|came late|n|P4|2!|\u{ff12}|left|x|two"),
    ("agenda\n", Due::Refused, "1.5|2 3|two|break|1!|\u{ff11}|lunch|later 5 10|finish at 12:30|P4 please|12:30|next part|-1|n"),
    ("k\nparked\n", Due::Refused, "1!|2|off|off 1 2|off P4|off x|3|\u{ff11}|number two|next one|none|I9"),
    ("m\na\n", Due::Refused, "1.|1|done|drop 1|log|log 1|review TBC|review ?|review next|review -|change|change 2|9|x 2 4|list|\
        Meet the board|review 31/4/2026|review 12 13 14|review yesterday|review 4"),
    ("m\na\nnew Meet\n", Due::Asked, "P4.|4.|stop|tomorrow|yes|x|n|?|none.|three|operational|end of June|save|new action|done|close"),
    ("m\na\nnew Meet\n\n", Due::Refused, "TBC|ASAP|Q2|spring|31/4/26|June or July|next|when we can|4|12|?|x|n|30 June or July|29 February 2027|0|\
        tomorrow or so|in a bit|\u{ff15} June 2026|13/13/26|P4|30th|yes|June-July|-1|5 pm"),
    ("m\na\nnew Meet\n\n\n\n\n", Due::Refused, "P 3|P3;P4|P3/P4|P33|p three|P3 or P4|all|P3-P5|\u{ff13}|P3!|R|AS|O10"),
    ("m\na\nnew Meet\n\n\n\n\n", Due::Same, "P3.=>P3|p3 p4=>P3, P4|P3,P4=>P3, P4"),
    ("m\na\nnew Meet\n.\n", Due::Refused, "done|done 1 2|done one|done #1|mark 1 done|2|change 2|done 2|done 1!|dropped 1|not started|under way|log|\
        log 2 Paid|start|done \u{ff11}|all done|finish 1|remove 1|delete 1"),
    ("m\na\nnew Meet\n.\n", Due::Same, "done 1.=>done 1|Done 1=>done 1|DONE  1=>done 1"),
    ("m\na\nnew Meet\n.\nlog 1\n", Due::Asked, "stop|4.|no.|done 1.|tomorrow|x|?|close|P4"),
    ("m\na\nreview\n", Due::Refused, "tbc|next year or so|x|?|4.|P4|31/6/2026|yes|never|no review|in a year or two|0/0/0|yesterday|\
        \u{ff11} June 2026"),
    ("m\na\nreview\n", Due::Same, "in 6 weeks.=>in 6 weeks"),
    ("results\n", Due::Refused, "1|1.|slide 3|4!|P 44|go 4|a x|n note|four|c high|k|park|x|v 0 2 5 3 1|e pdf|report word|E2 3"),
    ("results\ne\n", Due::Refused, "1 2|1,2|1-3|2 please|all|11|two|\u{ff11}|names off|folder please|x|P4|pdf|yes|none|number 2|0|1.5"),
    ("results\ne\n", Due::Same, "1.=>1|Names.=>names"),
    ("finish\nfinish\n", Due::Refused, "yes!|yeah|yep|nope|1|y y|yes yes|aye|yess|Yes, please|no thanks|n y|maybe not|yes?|y/n|P4|next|0|x|yes no|\
        da|ja|oui"),
    ("finish\nfinish\n", Due::Same, "YES=>y|No.=>no|Y.=>y"),
    ("quit\n", Due::Refused, "yeah|q|close|1|n o|yes!|save|no!|4|exit|bye|quit"),
    ("quit\n", Due::Same, "No=>no|n.=>no|N=>no"),
    ("@setup", Due::Asked, "new session|demo|start|begin|save|exit|stop|N|New.|ok.|1|1.|go to P4|yes.|question mark|Enter|escape|?!|\
        (1)|open|P 4.|cancel|12.|F1|?.|x|undo|finish"),
    ("@setup", Due::Taken, "Glenside CPP|Fife 2026|The New Partnership|\u{201c}Stronger Together\u{201d}|Argyll & Bute|\
        4 Nations Together Board|Open Doors|New Beginnings|Start Well Partnership"),
    ("@setup\n", Due::Refused, "March 2026|end of March 2026|12 Mach 2026|the 12th|twelfth of March|2026|31/02/2026|0/0/0|next|noon|9am|\
        TBC|Easter|\u{ff11}\u{ff12} March 2026|12 March at 9|12 March or 13 March|12th|help|p|12-13 March 2026|\
        12/3/4/26|30.2.2026|March 12 13|n|x|today or tomorrow|-|12 march 20266|32/1/26|yes"),
    ("@setup\n", Due::Same, "15/3/2026=>15 March 2026|15th March 2026=>15 March 2026|15 march 2026.=>15 March 2026|\
        2026-03-15=>15 March 2026"),
    ("@setup\n\n\n\n\n", Due::Refused, "7,5|7-8|about 7|7+|~7|\u{ff17}|1,000|1 000|-0|7/8|7!|7?|07.5|7 or 8|n|x|yes|no|P4|a dozen|dozen|7 8 9|\
        \u{667}|7%|999999999999999999999|--7|7th|7\u{200b}"),
    ("@setup\n\n\n\n\n", Due::Same, "7.=>7|7 =>7|\t7=>7|7\u{a0}=>7|07=>7"),
    ("#list\n", Due::Refused, "0|99|follow up|follow up 9|delete|delete 9|look|mark 99|compare|merge|report 99|1.5|one|1 2|yes|4!|P4|\
        open 1 2|\u{ff11}|export|n x|sort by date|state please|restore 1|reveal|3-4"),
    ("#list\n", Due::Same, "sort.=>sort|State=>state"),
    ("#delete question\n", Due::Refused, "maybe|yeah|delete|1|ok|yes!|yes please|yess|y y|sure|P4|n o"),
    ("#restore question\n", Due::Refused, "maybe|restore|1|ok|yes!|sure|P4"),
    ("#merge question\n", Due::Refused, "maybe|merge|1|ok|yes!|P4"),
    ("#reopen question\n", Due::Refused, "maybe|reopen|ok|yes!|4|P4"),
    ("#actions of last time\n", Due::Refused, "done|done 99|done one|1 done|99|all done|done 1 2|dropped|way|under way|status 1|4!|P4 4|x 2 4|c high|\
        n text|n|done \u{ff11}|later|done #1"),
    ("#check-in\n", Due::Refused, "done|done 99|1 done|P4 4|4!|x 2 4|done one|all done|n|99"),
    ("#title card\n", Due::Refused, "1|four|4|?|x 2 4|c high|n text|-|v 0 2 5 3 1|begin|start|go|yes|no|ok|skip all|next two|hello|skip 2|4!"),
    ("#overview\n", Due::Refused, "4|1|four|x 2 4|?|c high|n text|yes|P 44|skip 2|carry on|x|hello|open 2"),
    ("#overview\n", Due::Same, "P4=>go P4|p 4=>go P4|go to P 4=>go P4"),
    ("#start\n", Due::Refused, "0|9|99|1 2|new session|four|1!|\u{ff11}|yes|P4|x|open 1|hello|4/5|- 1|1.5|number|3-4"),
    ("#start\n", Due::Same, "1.=>1|New.=>new"),
    ("#what changed\n", Due::Refused, "1|4|x|P44|yes|hello|4!|n text"),
    ("#finished\n", Due::Refused, "hello|x 2 4|P44|n text"),
    ("#over the years\n", Due::Refused, "4|hello|9|P44|x"),
    ("#earlier versions\n", Due::Refused, "99|0|hello|restore|one|P4|1!"),
    ("#looking back\n", Due::Refused, "99|0|hello|one|1!|4/5|x"),
    ("#beginning an action\n", Due::Refused, "0|99|1!|\u{ff11}|1.5|three|P4|new.|ok|yes|4/5|x"),
];

#[test]
fn every_line_comes_to_what_was_decided_of_it() {
    let (mut tried, mut wrong) = (0, Vec::new());
    for (place, due, line) in
        LINES.iter().flat_map(|(place, due, lines)| lines.split('|').map(move |line| (place, due, line)))
    {
        let (line, other) = line.split_once("=>").unwrap_or((line, ""));
        let mut talk = at(place);
        let (before, prompt) = (said(&talk), talk.prompt());
        talk.line(line);
        let is_refused = matches!(talk.outcome, Outcome::Refused(_)) && !talk.answer().is_empty();
        let is_as_before = said(&talk) == before && talk.prompt() == prompt;
        let is_due = match due {
            Due::Refused => is_refused && is_as_before,
            Due::Asked => is_refused && is_as_before && talk.line(line).outcome == Outcome::Taken,
            Due::Taken => talk.outcome == Outcome::Taken,
            Due::Same => {
                let mut same = at(place);
                same.line(other);
                let came_to =
                    |talk: &mut Talk| (talk.outcome.clone(), talk.prompt(), said(talk), talk.answer().to_owned());
                talk.outcome == Outcome::Taken && came_to(&mut talk) == came_to(&mut same)
            }
        };
        if !is_due {
            wrong.push(format!("{line:?} at {place:?} is to be {due:?}: {}", talk.answer()));
        }
        tried += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried > 1000, "only {tried}");
}
