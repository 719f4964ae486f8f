"""The table `list_leads`: words before a list that make every bare article in it one of the act that they name."""

from vanban.rules.row import PatternRow


class ListLead(PatternRow, frozen=True, kw_only=True):
    """Words before the name of an act, in a lead that ends in a colon: "Biện pháp thi hành Luật … về:"."""
