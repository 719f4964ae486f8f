"""The table `instruction_openings`: how a unit of an amending act begins when it gives an instruction itself."""

from vanban.rules.row import PatternRow


class InstructionOpening(PatternRow, frozen=True, kw_only=True):
    """One way to begin an amending instruction; `pattern` matches from the first word after the unit's number.

    Used to tell an amending act's own units from the new wording that it quotes. What an instruction does is read
    elsewhere (`amending_phrases`).
    """
