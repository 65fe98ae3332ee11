"""Reads the settings for a command; a wrong one is one clear line."""

from pydantic import ValidationError

from otehon.errors import OtehonError
from otehon.settings import Settings, environment_name


class WrongSetting(OtehonError):
    """A setting does not have the form that it must have."""

    exit_code = 2


def load_settings(**given: object) -> Settings:
    """The settings of the environment and `./.env`; options that were given win.

    Raises:
        WrongSetting: names every wrong variable, never its value.
    """
    options = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings().model_copy(update=options)
    except ValidationError as error:
        wrong = [f"{environment_name(str(item['loc'][0]))}: {item['msg']}" for item in error.errors()]
        raise WrongSetting(f"{'; '.join(wrong)}.", "Correct it in the environment or in ./.env.") from error
