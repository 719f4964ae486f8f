"""The tables `effect_words` and `effect_wordings`: the words of amending clauses that are no verb of an instruction.

Patterns are over folded text; `{id}` in them stands for a row of `effect_words`, `{type}`, `{self}`, `{day}` as in the
other tables of effect wordings. A space stands for one or more; `\\s` where a line may break.
"""

from typing import Literal

from vanban.rules.row import PatternRow, Row

Use = Literal[
    "umbrella", "places-follow", "list-follows", "generic-subject", "what-changes", "matter-of-list",
    "matter-of-subject", "prevails", "over-other-laws", "brought-together", "legal-bases",
    "surely-instructs", "acting-heading", "telling-heading", "gone-before", "gone-by-others",
    "gone-by-this-act", "list-acts", "old-rules", "old-rules-named", "began-before",
    "cases-above", "on-printed-page", "left-out", "only-cases", "proviso", "until-then", "amended-here",
    "carved-out", "own-rules", "a-case", "lead-of-cases", "lead-ends", "refers-back", "sub-case",
    "beside-others", "with-new-rules", "duty-to-go-on", "amended-standard", "rows-below",
]  # fmt: skip


class WordList(Row, frozen=True, kw_only=True):
    """Words that patterns name in braces: any of `words` (as printed), or what `pattern` matches.

    `followed` is what must stand after them, as a pattern.
    """

    words: tuple[str, ...] = ()
    pattern: str | None = None
    followed: str = ""


class EffectWording(PatternRow, frozen=True, kw_only=True):
    """Words in an amending or final clause, and the `use` that the room `effects` makes of them.

    - `umbrella`: what heads changes without naming them ("một số điều của …"), to where the act's name begins;
    - `places-follow`, `list-follows`: the sentence ends with a colon, and the places, or the acts, stand below it;
    - `generic-subject`: acts told by their kind alone, over a list ("Các văn bản sau đây hết hiệu lực:");
    - `what-changes`: words that say what changes in a place, to where the place begins;
    - `matter-of-list`, `matter-of-subject`: the matter that narrows a list below (group `matter`);
    - `prevails`: a clause that sets the document's own rules above others (groups `own`, `rest`); `over-other-laws`:
      words in it that say that other laws are meant;
    - `brought-together`: the words after an act that a consolidated text puts together with others; `legal-bases`:
      where the head of such a text ends;
    - `surely-instructs`: how a sentence begins that must be an instruction; `acting-heading`, `telling-heading`: the
      headings of appendices that act, of articles that only tell;
    - `gone-before`, `gone-by-others`, `gone-by-this-act`: what stands before, or at, words that tell an act as gone;
    - `old-rules`, `old-rules-named`: what says that named rules go on for what began under them, before and after their
      name (group `matter`: what alone goes on); `began-before`: words that say that something began before;
    - `only-cases`: a piece of a sentence that names cases and orders nothing; `proviso`: what the old rules do not
      decide, behind their name; `carved-out`, `own-rules`: a sentence, or a piece of one, that holds to the new rules,
      `a-case` what begins as one;
      `until-then`: where their last day begins; `amended-here`: says that the act named before is amended here;
    - `cases-above`: a line whose clauses hold for the cases that it names (group `cases`); `lead-of-cases`: words by
      which any line does; `lead-ends`: where its cases end; `refers-back`: points to the sentence before,
      `sub-case` may go on from it; `beside-others`: gives old rules beside others,
      `with-new-rules` right with the document's own; `duty-to-go-on`: orders to go on, whatever the rules;
    - `on-printed-page`: a place
      that only the printed page has; `left-out`: what brackets after the name of an act leave out (group `words`);
    - `amended-standard`: the title of an amendment of a technical standard (group `symbol`: the one amended);
    - `rows-below`: some rows of an annex, which only the table below names, to where the annex begins;
    - `list-acts`: what the body of a document says where its annexed list of ended documents has force.

    All rows of one use are asked.
    """

    use: Use
