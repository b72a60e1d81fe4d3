"""What does the program answer to each published entry it covers?

Each function takes an entry and the folder it lies in, and gives pairs: our figure, the printed
one. What is not covered yet stands in NOT_YET with the part it waits for.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from statsmodels.datasets import nile

from northing.foundations.methods.acceptability import acceptability
from northing.foundations.methods.agreement import krippendorff
from northing.foundations.methods.aitchison import aitchison_distance, multiplicative_replacement
from northing.foundations.methods.attributes import attribute_size, upper_deviation
from northing.foundations.methods.change import Change, change_of_mean
from northing.foundations.methods.divergence import jensen_shannon, js_distance, total_variation
from northing.foundations.methods.double_sampling import Stratum, standard_error, stratified_share
from northing.foundations.methods.estimate import Estimate, Measure
from northing.foundations.methods.hierarchy import decompose, mutual_information_decomposition
from northing.foundations.methods.ideal_point import topsis
from northing.foundations.methods.misclassified import Corrected, Rate, lang_reiczigel, rogan_gladen
from northing.foundations.methods.monetary import monetary_size, stringer
from northing.foundations.methods.multinomial import goodman, sison_glaz
from northing.foundations.methods.multiple import bh, bonferroni
from northing.foundations.methods.optimum import maximise, programme, shadow_prices
from northing.foundations.methods.outranking import Preference, Shape, promethee
from northing.foundations.methods.pairwise import ahp
from northing.foundations.methods.predicted import corrected_mean, prediction_powered_mean
from northing.foundations.methods.predicted import standard_error as mean_error
from northing.foundations.methods.value import Direction
from northing.foundations.methods.weighing import admissible

Pairs = Iterable[tuple[Any, Any]]
Z = 1.959963984540054
NUMBER = re.compile(r"-?\d*\.\d+|\d+")


def two_sharings(entry: Any, _folder: Path) -> Pairs:
    p, q, out = entry["in"]["p"], entry["in"]["q"], entry["out"]
    gap, moved = jensen_shannon(p, q), total_variation(p, q)
    yield gap.value, out["jsd"]
    yield gap.contributions, out["contrib"]
    yield js_distance(p, q), out["js_distance"]
    yield moved.value, out["tv"]
    yield moved.contributions, out["tv_contrib"]
    yield aitchison_distance(p, q), out["aitchison"]


def with_a_zero(entry: Any, _folder: Path) -> Pairs:
    p, q, out = entry["in"]["p"], entry["in"]["q"], entry["out"]
    gap = jensen_shannon(p, q)
    yield gap.value, out["jsd"]
    yield gap.contributions, out["contrib"]
    yield total_variation(p, q).value, out["tv"]
    yield multiplicative_replacement(p, delta=0.01).tolist(), out["mult_repl_p_delta_0.01"]


def units_that_net(entry: Any, _folder: Path) -> Pairs:
    found = decompose(entry["in"]["words_joint"], entry["in"]["money_joint"])
    out = entry["out"]
    yield found.jsd_total, out["jsd_total"]
    yield found.between, out["between_units"]
    yield found.within, out["within_units"]
    yield [(part.weight, part.jsd) for part in found.groups], out["unit_within"]
    yield found.tv_overall, out["org_level_tv"]
    yield found.tv_joint, out["joint_tv"]
    yield found.jsd_overall, out["org_level_jsd"]
    yield found.hidden_by_netting_jsd, out["netting_hidden_jsd"]


def schools(entry: Any, folder: Path) -> Pairs:
    with (folder / entry["data"].split()[0]).open(encoding="utf-8", newline="") as rows:
        cells = [(r["state"], r["school"], r["race"], float(r["n"])) for r in csv.DictReader(rows)]
    races = sorted({race for _, _, race, _ in cells})
    table: dict[tuple[str, str], list[float]] = {}
    for state, school, race, n in cells:
        table.setdefault((state, school), [0.0] * len(races))[races.index(race)] += n
    found = mutual_information_decomposition(list(table.values()), [state for state, _ in table])
    out = entry["out"]
    yield [found.m_total, found.m_between, found.m_within], [
        out["M_exact"], out["between_exact"], out["within_exact"]
    ]  # fmt: skip
    yield [found.m_total, found.m_between, found.m_within], [
        out["M"], out["M_between_state"], out["M_within_state"]
    ]  # fmt: skip
    yield found.h_total, out["H"]


def seven_counts(entry: Any, _folder: Path) -> Pairs:
    counts, out = entry["in"]["counts"], entry["out"]
    yield ends(sison_glaz(counts)[0]), out["sison_glaz_first"]
    yield ends(goodman(counts)[0]), out["goodman_first"]


def four_coders(entry: Any, _folder: Path) -> Pairs:
    ratings = [entry["in"][coder] for coder in "ABCD"]
    for metric, printed in entry["out"].items():
        yield value(krippendorff(ratings, metric=metric, seed=0, draws=20)), printed


def the_nile(entry: Any, _folder: Path) -> Pairs:
    flow, out = nile.load_pandas().data, entry["out"]
    found = change_of_mean(flow["volume"].tolist(), seed=0)
    if isinstance(found, Change):
        yield found.first, out["change_after_index"]
        yield int(flow["year"].iloc[found.first - 1]), out["year"]
        yield found.before, out["mean_before"]
        yield found.after, out["mean_after"]


def fifteen_tests(entry: Any, _folder: Path) -> Pairs:
    yield sum(bh(entry["in"]).rejected), entry["out"]["bh_rejections_0.05"]
    yield sum(bonferroni(entry["in"]).rejected), entry["out"]["bonferroni_rejections"]


def errors_measured(entry: Any, _folder: Path) -> Pairs:
    for one in entry:
        rates = [
            Rate(found[0] if " of " in part else found[0] / found[1], int(found[1]))
            for part in one["counts"].split(";")
            for found in [numbers(part)]
        ]
        yield ends(lang_reiczigel(*rates)), one["ci"]


def errors_known(entry: Any, _folder: Path) -> Pairs:
    for text, printed in ((entry["in"], entry["out"]), (entry["neg"], None)):
        hits, n, se, sp, *rest = numbers(text)
        found = rogan_gladen(int(hits), int(n), sensitivity=se, specificity=sp)
        if isinstance(found, Corrected):
            yield found.raw, rest[0] if printed is None else printed
            yield found.is_valid, printed is not None


def dead_trees(entry: Any, _folder: Path) -> Pairs:
    given, out = entry["in"], entry["out"]
    photo, field = given["photo"], given["field"]
    means, errors = (
        {
            how: find(field, photo, size=given["N"], correction=how, **more)
            for how in ("none", "difference", "ratio", "regression")
        }
        for find, more in ((corrected_mean, {"predicted_mean": given["xbar_U"]}), (mean_error, {}))
    )
    at = [value(corrected_mean(field, photo, predicted_mean=x, size=given["N"])) for x in (0, 1)]
    yield at[0], out["b0"]
    yield at[1] - at[0], out["b1"]
    for how, printed in (("regression", "y_reg"), ("none", "srs")):
        yield value(means[how]), out[printed]
    yield value(means["difference"]), out["difference"]
    yield value(means["ratio"]), out["ratio"]
    yield errors["regression"], out["se_reg"]
    yield errors["none"], out["se_srs"]
    yield errors["difference"], out["se_difference"]


def two_strata(entry: Any, _folder: Path) -> Pairs:
    given, out = entry["in"], entry["out"]
    strata = [Stratum(*one) for one in zip(given["N_h"], given["n_h"], given["y_h"], strict=True)]
    share, error = value(stratified_share(strata)), standard_error(strata)
    wide = stratified_share(strata, limits="wilson", finite=False)
    yield share, out["est"]
    yield error, out["se_fpc"]
    yield [share - Z * error, share + Z * error], out["wald"]
    yield ends(wide), out["mover_wilson_nofpc"]
    yield given["N_h"][0] / sum(given["N_h"]), out["raw_classifier"]


def prediction_powered(entry: Any, _folder: Path) -> Pairs:
    given, out = entry["in"], entry["out"]
    ones, zeros = (int(one) for one in numbers(given["Yhat_unlab"]))
    rest = [1] * ones + [0] * zeros
    for weight, name in ((0.0, "lam0"), (1.0, "lam1"), (None, "tuned_ci")):
        found = prediction_powered_mean(given["Y"], given["Yhat"], rest, weight=weight)
        yield ([value(found)] if weight is not None else []) + list(ends(found)), out[name]


def attributes(entry: Any, *, level: float) -> Pairs:
    for key, printed in entry.items():
        tolerable, expected = map(float, key.split(","))
        yield attribute_size(tolerable=tolerable, expected=expected, level=level), printed


def by_amount(entry: Any, _folder: Path) -> Pairs:
    for key, printed in entry["(tol,exp/tol)->n"].items():
        tolerable, part = map(float, key.split(","))
        yield monetary_size(tolerable=tolerable, expected=tolerable * part), printed


def factors(entry: Any, _folder: Path) -> Pairs:
    """The tables round up to the second decimal."""
    for level, printed in entry.items():
        bounds = [stringer([1.0] * k, 10**6, level=int(level) / 100).high for k in range(6)]
        yield [math.ceil((bound or 0.0) * 10**8) / 100 for bound in bounds], printed


def upper_limits(entry: Any, _folder: Path) -> Pairs:
    for key, printed in entry.items():
        n, failures = map(int, key.split(","))
        yield 100 * ends(upper_deviation(failures, n))[1], printed


def three_taints(entry: Any, _folder: Path) -> Pairs:
    given = entry["in"]
    for kind, printed in entry["out"].items():
        found = stringer(given["taints"], given["n"], level=given["conf"], factors=kind)
        yield found.high, printed


def numbers(text: str) -> list[float]:
    return [float(one) for one in NUMBER.findall(text)]


def value(found: Measure) -> float:
    return found.value if isinstance(found, Estimate) else math.nan


def ends(found: Measure) -> Sequence[float]:
    known = isinstance(found, Estimate) and found.low is not None and found.high is not None
    return [found.low, found.high] if known else [np.nan, np.nan]  # type: ignore[union-attr,list-item]


def nearest_the_ideal(entry: Any, _folder: Path) -> Pairs:
    given = entry["in"]
    yield topsis(given["X"], given["w"], ["more"] * 3).tolist(), entry["out"]


def drinks_in_pairs(entry: Any, _folder: Path) -> Pairs:
    found = ahp(entry["in"])
    yield found.weights.tolist(), entry["out"]["w"]
    yield found.inconsistency, entry["out"]["CR"]


def six_plants(entry: Any, _folder: Path) -> Pairs:
    """The flows either way are printed cut off or rounded, so the net ones are compared."""
    names: dict[str, Shape] = {
        "U": "u-shape", "V": "v-shape", "linear": "linear", "level": "level", "usual": "usual",
        "gaussian": "gaussian",
    }  # fmt: skip
    words = {"q": "indifference", "p": "preference", "s": "spread"}
    how = []
    for said in entry["in"]["pref"]:
        shape, *rest = said.split()
        limits = {words[one[0]]: float(one[2:]) for one in rest}
        how.append(Preference(names[shape], **limits))
    directions: list[Direction] = ["more" if one == "max" else "less" for one in entry["in"]["dir"]]
    net = promethee(entry["in"]["X"], [1] * len(how), directions, how).net
    yield net.tolist(), entry["out"]["net"]
    yield [at + 1 for at in np.argsort(-net).tolist()], entry["out"]["rank"]


def under_all_weights(entry: Any, _folder: Path) -> Pairs:
    found = acceptability(entry["in"]["A"], admissible(2, draws=100_000, seed=1))
    yield found.ranks[:, 0].tolist(), entry["out"]["first_rank"]
    yield found.central[0].tolist(), entry["out"]["central_w_a"]


def four_knapsacks(entry: Any, _folder: Path) -> Pairs:
    """P08 and mknap1 are printed as an answer alone; their tables stand in no file here."""
    for name in ("P01", "P07"):
        one = entry[name]
        best = maximise(programme(one["v"], [(one["w"], -np.inf, one["cap"])]))
        yield best and best.value, one["opt"]


def doors_and_windows(entry: Any, _folder: Path) -> Pairs:
    plants = [([1, 0], -np.inf, 4), ([0, 2], -np.inf, 12), ([3, 2], -np.inf, 18)]
    given = programme([3, 5], plants, upper=[np.inf, np.inf], whole=False)
    best, prices = maximise(given), shadow_prices(given)
    if best is not None and prices is not None:
        yield best.value, entry["out"]["z"]
        yield best.chosen.tolist(), entry["out"]["x"]
        yield prices.tolist(), entry["out"]["duals"]


ANSWERS: dict[str, Callable[[Any, Path], Pairs]] = {
    "say_do.jsd_two": two_sharings,
    "say_do.zero": with_a_zero,
    "say_do.hierarchy": units_that_net,
    "decomp.schools00": schools,
    "multinomial_ci": seven_counts,
    "krippendorff_2011": four_coders,
    "nile": the_nile,
    "bh1995": fifteen_tests,
    "lang_reiczigel": errors_measured,
    "rogan_gladen": errors_known,
    "lohr_deadtrees": dead_trees,
    "audit_strat": two_strata,
    "ppi_small": prediction_powered,
    "aicpa.attributes_95": lambda entry, _: attributes(entry["(tol,exp)->n"], level=0.95),
    "aicpa.attributes_90_rounding": lambda entry, _: attributes(entry, level=0.9),
    "aicpa.mus_95": by_amount,
    "aicpa.upper_dev_95": upper_limits,
    "poisson_factors": factors,
    "stringer": three_taints,
    "topsis.tzeng_huang": nearest_the_ideal,
    "ahp.drinks": drinks_in_pairs,
    "promethee.brans1986": six_plants,
    "smaa.analytic": under_all_weights,
    "knapsack": four_knapsacks,
    "wyndor": doors_and_windows,
}
DIMENSIONS, SURVEYS = "the audit by dimension and layer", "surveys of people"
DRIFT, OUTCOMES = "early warning of drift", "indicators against outcomes"
PILOTS, CHANGE = "the evaluation of pilots", "the theory of change"
PEOPLE = "who convenes whom"
NOT_YET = {
    "alkire_foster": DIMENSIONS,
    "fpc.agsrs": SURVEYS + " (its ratio_se is printed from a ratio rounded to six digits)",
    **dict.fromkeys(
        ("alpha.attitude", "cfa.HS1939", "icc.bh1996", "rwg.lq2002", "eight_schools",
         "efron_morris", "nps", "suppression.FS", "dp"), SURVEYS),
    **dict.fromkeys(
        ("nist.xmr", "nist.pchart", "nist.ewma", "nist.cusum", "arl.cusum", "arl.ewma",
         "arl.shewhart"), DRIFT),
    "sleepstudy": OUTCOMES,
    **dict.fromkeys(
        ("card_krueger", "mpdta", "prop99", "basque", "darwin_zea", "tea", "ri_min_p", "power"),
        PILOTS),
    "sroi.arithmetic": CHANGE,
    "green_book_factors_3.5": CHANGE,
    "networks": PEOPLE,
}  # fmt: skip
