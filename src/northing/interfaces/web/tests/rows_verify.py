"""Which rows do the addresses of samples and their answers name?"""

from northing.stages.diagnose.verification.tests.stored import make_sample

ENDS = ("verify_closing",)
"""Names of addresses that end what others look at: they are tried last."""


def rows(owner):
    """The row behind each name of an address, in the owner's organisation."""
    return {"sample": make_sample(owner, coders=2)}
