"""Which family a document belongs to, by four independent signals: head, symbol, signing prefix, closing mark.

Nghị định 30/2020/NĐ-CP, Phụ lục I (State); Hướng dẫn 36-HD/VPTW (Party).
"""

from collections import Counter

from vanban.model import Family, Finding, Signal

# What a signal is worth where they disagree: the printed head says most, a closing mark least.
_WEIGHT = {"header": 4, "symbol": 3, "signing-prefix": 2, "final-mark": 1}


def decide(signals: tuple[Signal, ...]) -> tuple[Family, tuple[Finding, ...]]:
    """The family that most weight speaks for, and a finding where signals disagree; "other" without any."""
    weights: Counter[Family] = Counter()
    kinds: dict[str, Signal] = {}
    for signal in signals:
        if signal.kind not in kinds:
            kinds[signal.kind] = signal
            weights[signal.says] += _WEIGHT[signal.kind]
    if not weights:
        return "other", ()
    family = max(weights, key=lambda name: weights[name])
    against = [signal for signal in kinds.values() if signal.says != family]
    if not against:
        return family, ()
    first = against[0]
    details = {"family": family, "signals": ", ".join(f"{signal.kind}: {signal.says}" for signal in kinds.values())}
    return family, (Finding("family-disagreement", "warning", first.start, first.end, details),)
