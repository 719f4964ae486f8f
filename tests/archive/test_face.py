"""The face of the room: every name is there, and no module hides a function of the same name."""

import pkgutil

from vanban import archive


def test_every_name_of_the_face_can_be_loaded_and_is_documented() -> None:
    modules = {module.name for module in pkgutil.iter_modules(archive.__path__)}
    for name in archive.__all__:
        assert name not in modules
        assert getattr(archive, name).__doc__, name
