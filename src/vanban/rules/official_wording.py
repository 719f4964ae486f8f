"""The table `official_wordings`: set phrases of an official consolidated text (văn bản hợp nhất)."""

from vanban.rules.row import Row


class OfficialWording(Row, frozen=True, kw_only=True):
    """One set phrase of the official form, in Vietnamese only, as the form is; `{blanks}` are filled by exports."""

    text: str
