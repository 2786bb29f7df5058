"""The words that the recogniser knows: number words, scales, units, and words that tell names from quantities."""

from __future__ import annotations

from typing import Final

UNITS: Final = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
TEENS: Final = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SMALL: Final = UNITS | TEENS | TENS

SCALES: Final = {
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "quadrillion": 15, "quintillion": 18, "sextillion": 21,
    "septillion": 24, "octillion": 27, "nonillion": 30, "decillion": 33, "lakh": 5, "crore": 7,
}  # fmt: skip
"""Scale words and their powers of ten (short scale)."""
LETTER_POWERS: Final = {
    "k": 3, "K": 3, "m": 6, "M": 6, "mn": 6, "mln": 6, "mil": 6, "MM": 6, "b": 9, "B": 9, "bn": 9, "bln": 9, "G": 9, "T": 12,
    "tn": 12, "tln": 12, "trn": 12, "Mn": 6, "Mln": 6, "Bn": 9, "Bln": 9, "Tn": 12,
}  # fmt: skip
"""Letters that scale, and their powers of ten."""

DENOMINATORS: Final = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9,
    "trillionth": 10**12,
}  # fmt: skip
"""Words that make a fraction after a cardinal ("two thirds") or an article ("a quarter of")."""

ORDINALS: Final = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth "
    "ninetieth hundredth thousandth millionth billionth trillionth".split()
)

VAGUE: Final = frozenset("tens dozens hundreds thousands millions billions trillions".split())

FACTORS: Final = {
    "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8,
    "ninefold": 9, "tenfold": 10, "twentyfold": 20, "hundredfold": 100, "thousandfold": 1000, "twice": 2, "thrice": 3,
}  # fmt: skip

MULTIPLIED: Final = {
    "double": 2, "doubles": 2, "doubled": 2, "doubling": 2, "triple": 3, "triples": 3, "tripled": 3, "tripling": 3,
    "quadruple": 4, "quadruples": 4, "quadrupled": 4, "quadrupling": 4, "halve": 2, "halves": 2, "halved": 2, "halving": 2,
}  # fmt: skip
"""What multiplies, or divides ("halve"), what follows."""

VULGAR: Final = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip

CALENDAR: Final = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)

LABELS: Final = frozenset(
    "section sections sec secs figure figures fig figs table tables eq eqs equation equations appendix chapter "
    "chapters "
    "theorem lemma corollary proposition definition algorithm page pages vol volume no nos line lines footnote issue "
    "article patent isbn issn arxiv doi rfc ref refs reference references grant id case example examples "
    "remark remarks part tab tabs p pp vols".split()
)
"""Words whose number is an identifier."""

METRICS: Final = frozenset(
    "accuracy acc f1 f2 bleu rouge meteor auc auroc auprc auprc map map@50 miou iou psnr ssim lpips fid wer "
    "cer ppl perplexity mse rmse "
    "mae mape ndcg mrr recall precision sensitivity specificity kappa elo r2 score scores chrf comet bertscore "
    "cider spice dice "
    "hausdorff eer fvd mcc snr pesq stoi mos bpb loss rate rates error ratio average mean median total over sd "
    "iqr ci or hr rr "
    "se sem rsd cv snr fwhm tsh crp homa-ir homa fpg hrmax rms pdi "
    "bmi pka mw mn ghb hba1c sbp dbp ldl hdl egfr fev1 δ δh δc "
    "p n k age aged about around top size sizes weight ph temperature".split()
)
"""Lower-cased words after which, capitalised or not, a number is what was measured."""

COMMON_OPENERS: Final = frozenset(
    "a about above across after against all all-in almost also although among an and another any approximately "
    "are around as at "
    "averaged because before being below besides between beyond both but by collected compared comparing "
    "comprising consider "
    "considering consisting containing contains current despite during each either even every evaluated "
    "evaluating evaluation "
    "evaluations experiments extensive fewer finally first following for from further given had has have "
    "having he her here his "
    "how however i if in including indeed instead into is it its just largely leveraging like many merely more "
    "moreover most "
    "my near nearly neither next no nor not notably now of off on once only or other our out outperforming "
    "outperforms over "
    "overall per performance plus prior recent results roughly same second several she since so some "
    "specifically spanning "
    "starting still such surprisingly than that the their then there these they third this those though "
    "through throughout thus "
    "till to together top total trained training under unlike until up upon use used using versus via was we "
    "were what when where "
    "whereas which while whilst who with within without would yet you your zero scaling achieving reducing "
    "requiring remaining evidence "
    "analysis analyzing analysing tested testing applied applying dataset datasets participants patients "
    "subjects samples women "
    "men children adults mice people models users students respondents interviews studies among additionally "
    "importantly empirically currently does do did can could may might must shall should will cells rats animals "
    "monday tuesday wednesday thursday friday saturday sunday results background methods conclusions "
    "conclusion objective objectives aims aim purpose design setting introduction "
    "findings interpretation main median mean average measurements baseline follow-up accuracy".split()
)
"""Words that open a sentence or stand capitalised without being a name."""

COUNTED: Final = (
    "day week month year hour minute second label option choice beam channel core bit task layer step hop fold node head word token "
    "letter sample image phone organ scene dataset patient epoch model video frame subject participant"
).split()
"""Nouns, in the singular, whose number is a count even where it is glued or hyphenated to them."""
