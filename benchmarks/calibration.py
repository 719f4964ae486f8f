"""How fast this machine runs just now: the time of one small loop, to stand beside every figure of speed.

Clocks wander, and neighbours share the caches: the same code has been seen to take 1.6 times as long an hour later. A
figure says little without the loop's time measured right before and after it.
"""

import time

_TURNS = 3_000_000


def loop() -> float:
    """Seconds of processor time that adding up three million whole numbers takes now."""
    begun = time.process_time()
    total = 0
    for number in range(_TURNS):
        total += number
    return time.process_time() - begun
