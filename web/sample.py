"""The sample programme that `demo` opens on."""

from web.bootstrap import Platform


def tell_sample(here: Platform) -> None:
    """Tell the sample."""
