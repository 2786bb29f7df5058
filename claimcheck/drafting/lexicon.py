"""The words by which a draft guesses: lists for abstracts in English, each with what it is a list of."""

from __future__ import annotations

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PREPOSITIONS: Final = _words(
    "of in on at by for to from with without within across over under between among amongst against versus vs per via through using "
    "during after before than as into onto upon around about above below behind beyond toward towards including excluding "
    "despite except compared relative regarding given when while whereas where if because since"
)
DETERMINERS: Final = _words(
    "a an the this that these those its their our his her your my some any each every all both such no"
)
CONJUNCTIONS: Final = _words("and or nor but yet so which who whose whom")
AUXILIARIES: Final = _words(
    "is are was were be been being has have had do does did can could may might must shall should will would cannot not it we they he she you i"
)
_VERBS: Final = _words(
    "achieve achieves achieved reach reaches reached obtain obtains obtained attain attains attained yield yields yielded show shows showed "
    "demonstrate demonstrates find finds found give gives gave get gets make makes made use uses used provide provides "
    "outperform outperforms outperformed surpass surpasses surpassed exceed exceeds beat beats improve improves improved reduce reduces reduced "
    "increase increases decrease decreases lead leads led result results run runs require requires required remain remains contain contains "
    "include includes cover covers span spans comprise comprises consist consists feature features support supports enable enables allow allows "
    "generate generates generated produce produces train trains perform performs compare compares match matches retain retains "
    "preserve preserves maintain maintains evaluate evaluates present presents introduce introduces propose proposes suggest suggests "
    "exhibit exhibits exhibited enjoy enjoys record recorded records offer offers converge converges begin begins say says receive receives scored"
)
STOPS: Final = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | AUXILIARIES
"""Words that no noun phrase goes on with."""
HEADLESS: Final = _VERBS - _words("results features supports spans covers uses matches runs lead increase decrease use")
"""Verbs that end a noun phrase; those that are as common as nouns are left out."""

SINGULAR_IN_S: Final = _words(
    "news physics mathematics robotics linguistics genomics optics series species analysis basis bias loss always"
)
PLURAL_WITHOUT_S: Final = _words("people data children criteria participants media hypotheses corpora indices vertices")

DATA_NOUNS: Final = _words(
    "parameter parameters param params token tokens sample samples example examples instance instances prompt prompts image images video videos "
    "pair pairs interaction interactions hour hours minute minutes word words sentence sentences document documents record records row rows "
    "frame frames clip clips point points message messages conversation conversations dialogue dialogues annotation annotations result results "
    "query queries page pages article articles review reviews label labels scan scans utterance utterances trajectory trajectories "
    "triplet triplets tuple tuples rating ratings demonstration demonstrations episode episodes recording recordings question questions "
    "polygon polygons mesh meshes scene scenes data"
)
"""What data sets and models are measured in: counts of these are sizes where they are large."""
LARGE: Final = 10_000
"""From this on, a count of data is a size."""

LISTED_NOUNS: Final = _words(
    "challenge challenges contribution contributions component components stage stages step steps way ways aspect aspects intervention interventions "
    "finding findings insight insights issue issues problem problems limitation limitations factor factors strategy strategies idea ideas "
    "principle principles perspective perspectives type types kind kinds form forms part parts phase phases module modules property properties "
    "direction directions reason reasons approach approaches technique techniques mechanism mechanisms objective objectives advantage advantages "
    "paradigm paradigms innovation innovations observation observations goal goals requirement requirements branch branches side sides "
    "drawback drawbacks weakness weaknesses bottleneck bottlenecks gap gaps obstacle obstacles "
    "pillar pillars axis axes concept concepts assumption assumptions ingredient ingredients"
)
"""What a paper counts of its own lists: "two key challenges" is nothing measured or built."""
LIST_ADJECTIVES: Final = _words(
    "key main major core fundamental critical important essential primary central complementary novel simple such"
)
POINTING: Final = _words("the these those both such its their our other")
"""Before a small number, these point back at things named already: "the two models"."""

OWN: Final = _words("we our us ours")
OWN_WORK: Final = re.compile(
    r"\b(?:this|the present) (?:paper|work|study|article|survey|report|thesis|release|letter)\b", re.IGNORECASE
)
_OWN_THINGS: Final = (
    "(?:methods?|approach(?:es)?|models?|framework|system|algorithm|technique|pipeline|solution|strategy|architecture|"
    "network|agent|dataset|benchmark)"
)
SELF: Final = re.compile(
    rf"\b(?:our|(?:the|this) (?:proposed|resulting|final|new)) (?:[\w+]+[ -]){{0,3}}?{_OWN_THINGS}\b"
    r"|\b(?:the|this) (?:method|approach|framework|system|algorithm|pipeline|dataset|benchmark|corpus)\b|\b(?:it|ours|we)\b",
    re.IGNORECASE,
)
"""The words by which a work speaks of what it introduced."""

MEAN: Final = _words("average averaged averages averaging avg mean")
MEDIAN: Final = _words("median")
MAXIMUM: Final = _words("maximum max peak")
TOTAL: Final = _words("total totaling totalling totals overall altogether")

COMPARING: Final = _words("versus vs against than compared over relative baseline baselines starting")
"""Where one of these stands in a sentence, the baseline of a difference may be named."""

HEDGED: Final = re.compile(
    r"\b(?:can|could|may|might)(?: \w+ly)? (?!not\b)[a-z]+(?: to| in)?\b|\b(?:typically|potentially|roughly speaking|presumably|likely|often|generally)\b"
)
"""Words that weaken a claim."""

INTRODUCING: Final = (
    r"(?:introduc|present|propos|develop|creat|describ|releas|design|build|construct|formulat|showcas|devis|train|call|nam|dub|term|curat|collect|contribut)"
    r"(?:e|es|ed|ing|s|ts)?"
)
"""Verbs with which a work brings something forward."""

GENERIC_NAMES: Final = _words(
    "LLM LLMs LM LMs MLLM MLLMs VLM VLMs LVLM LVLMs SLM SLMs LRM LRMs PLM PLMs VLA VLAs RL NLP AI AGI ML DL GPU GPUs CPU CPUs SOTA CNN CNNs RNN RNNs "
    "ViT ViTs GAN GANs GNN GNNs MLP MLPs QA VQA RAG SFT RLHF DPO PPO GRPO RLVR CoT ICL API APIs LoRA MoE KV PDF HTML RGB RGB-D 2D 3D 4D IoT SDS OCR "
    "ASR TTS US USA UK EU MRI CT EEG ECG BERT GPT CLIP SAM DiT NeRF NeRFs T2I T2V T2M KG KGs MIA MIAs Transformer Transformers Gaussian Bayesian "
    "English Chinese Arabic French German FLOPs COVID COVID-19 GitHub Python arXiv ImageNet COCO MATH GSM8K MMLU AIME Code Data I"
)
"""Names in capitals that are mostly not what a work introduces."""

LOWER_IS_BETTER: Final = re.compile(
    r"\b(?:\w+ )*?(?:errors?|perplexity|loss(?:es)?|latency|time|runtime|costs?|memory|compute|flops|energy|wer|cer|fid|mae|rmse|mse|eer|lpips|hallucinations?|"
    r"toxicity|bias(?:es)?|regurgitation|forgetting|regrets?|violations?|overhead|delay|mortality|failures?|variance|distance|usage|consumption)\b",
    re.IGNORECASE,
)
HIGHER_IS_BETTER: Final = re.compile(
    r"\b(?:accuracy|scores?|performance|f1|precision|recall|auc|auroc|bleu|rouge|quality|success|win[- ]?rates?|rewards?|capabilit(?:y|ies)|"
    r"reliability|map|miou|iou|psnr|ssim|dice|speed|throughput|alignment|agreement|efficiency|satisfaction|generalization|robustness)\b",
    re.IGNORECASE,
)
