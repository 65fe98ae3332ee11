"""Forms of a PostgreSQL address."""

from sqlalchemy import URL, make_url


def sqlalchemy_url(url: str) -> URL:
    """The address for SQLAlchemy with psycopg 3, whatever driver or none it names; sessions are in UTC.

    The plan's TIMESTAMP columns carry no zone: NOW() must mean the same in every process.
    """
    address = make_url(url).set(drivername="postgresql+psycopg")
    options = " ".join([*_given_options(address), "-c timezone=UTC"])
    return address.update_query_dict({"options": options})


def driver_conninfo(url: str) -> str:
    """The address for psycopg itself. libpq does not read `+` as a space."""
    plain = sqlalchemy_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    return plain.replace("+", "%20")


def _given_options(address: URL) -> list[str]:
    options = address.query.get("options", ())
    return [options] if isinstance(options, str) else list(options)
