"""Reads the settings for a command; a wrong one is one clear line."""

from typing import TYPE_CHECKING

from pydantic import ValidationError

from otehon.errors import OtehonError

if TYPE_CHECKING:
    from otehon.settings import Settings


class WrongSetting(OtehonError):
    """A setting does not have the form that it must have."""

    exit_code = 2


def load_settings(**given: object) -> "Settings":
    """The settings of the environment and `./.env`; options that were given win.

    Raises:
        WrongSetting: names every wrong variable, never its value.
    """
    # Read only by commands that need settings: it is a third of the others' start.
    from otehon.settings import Settings, environment_name

    options = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings().model_copy(update=options)
    except ValidationError as error:
        wrong = [f"{environment_name(*map(str, item['loc']))}: {item['msg']}" for item in error.errors()]
        raise WrongSetting(f"{'; '.join(wrong)}.", "Correct it in the environment or in ./.env.") from error
