from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.sources.sql_secrets import Secrets

ADDRESS = "postgresql+psycopg://lin:p%40ss%2Fword@db.example.com/ops?sslpassword=second&connect_timeout=5"
SECRETS = Secrets.of(ADDRESS, "p@ss/word", {"sslpassword": "second", "connect_timeout": "5", "api_token": ("a1", "b2")})


def test_passwords_are_masked_however_they_are_spelled() -> None:
    told = "lin/p@ss/word refused; tried p%40ss%2Fword, then second, a1 and b2 after 5 s"
    assert SECRETS.masked(told) == "lin/*** refused; tried ***, then ***, *** and *** after 5 s"


def test_the_whole_address_is_masked() -> None:
    assert SECRETS.masked(f"could not parse {ADDRESS}") == "could not parse ***"


def test_an_address_that_is_none_has_secrets_too() -> None:
    assert "geheim" not in Secrets.of_text("mysql://a:geheim@x:port/").masked("invalid: geheim")


@given(st.text(min_size=1, max_size=20), st.text(max_size=40))
def test_no_secret_is_left(password: str, message: str) -> None:
    masked = Secrets.of("", password, {}).masked(f"{message}{password}{message}")
    assert password not in masked.replace("***", "")
