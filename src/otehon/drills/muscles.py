"""The muscles that the catalogue speaks of, and what they are called."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from otehon.drills.text import Text


class Muscle(StrEnum):
    """A muscle, or a group that works as one, on both sides of the body."""

    RECTUS_ABDOMINIS = "rectus_abdominis"
    TRANSVERSUS_ABDOMINIS = "transversus_abdominis"
    OBLIQUES = "obliques"
    ERECTOR_SPINAE = "erector_spinae"
    MULTIFIDUS = "multifidus"
    QUADRATUS_LUMBORUM = "quadratus_lumborum"
    ILIOPSOAS = "iliopsoas"
    GLUTEUS_MAXIMUS = "gluteus_maximus"
    GLUTEUS_MEDIUS = "gluteus_medius"
    HIP_EXTERNAL_ROTATORS = "hip_external_rotators"
    ADDUCTORS = "adductors"
    QUADRICEPS = "quadriceps"
    HAMSTRINGS = "hamstrings"
    GASTROCNEMIUS = "gastrocnemius"
    SOLEUS = "soleus"
    TIBIALIS_ANTERIOR = "tibialis_anterior"
    TIBIALIS_POSTERIOR = "tibialis_posterior"
    PERONEALS = "peroneals"
    FOOT_INTRINSICS = "foot_intrinsics"
    DELTOID = "deltoid"
    LATISSIMUS_DORSI = "latissimus_dorsi"
    TRAPEZIUS = "trapezius"
    SERRATUS_ANTERIOR = "serratus_anterior"
    PECTORALIS = "pectoralis"
    BICEPS = "biceps"
    TRICEPS = "triceps"
    FOREARM = "forearm"


MUSCLE_NAMES: Mapping[Muscle, Text] = MappingProxyType(
    {
        Muscle.RECTUS_ABDOMINIS: Text(ja="腹直筋", en="abs"),
        Muscle.TRANSVERSUS_ABDOMINIS: Text(ja="腹横筋", en="deep abs"),
        Muscle.OBLIQUES: Text(ja="腹斜筋", en="obliques"),
        Muscle.ERECTOR_SPINAE: Text(ja="脊柱起立筋", en="back extensors"),
        Muscle.MULTIFIDUS: Text(ja="多裂筋", en="multifidus"),
        Muscle.QUADRATUS_LUMBORUM: Text(ja="腰方形筋", en="quadratus lumborum"),
        Muscle.ILIOPSOAS: Text(ja="腸腰筋", en="hip flexors"),
        Muscle.GLUTEUS_MAXIMUS: Text(ja="大臀筋", en="gluteus maximus"),
        Muscle.GLUTEUS_MEDIUS: Text(ja="中臀筋", en="gluteus medius"),
        Muscle.HIP_EXTERNAL_ROTATORS: Text(ja="股関節の外旋筋", en="hip external rotators"),
        Muscle.ADDUCTORS: Text(ja="内転筋", en="adductors"),
        Muscle.QUADRICEPS: Text(ja="大腿四頭筋", en="quadriceps"),
        Muscle.HAMSTRINGS: Text(ja="ハムストリングス", en="hamstrings"),
        Muscle.GASTROCNEMIUS: Text(ja="腓腹筋", en="gastrocnemius"),
        Muscle.SOLEUS: Text(ja="ヒラメ筋", en="soleus"),
        Muscle.TIBIALIS_ANTERIOR: Text(ja="前脛骨筋", en="tibialis anterior"),
        Muscle.TIBIALIS_POSTERIOR: Text(ja="後脛骨筋", en="tibialis posterior"),
        Muscle.PERONEALS: Text(ja="腓骨筋", en="peroneals"),
        Muscle.FOOT_INTRINSICS: Text(ja="足裏の筋肉", en="foot muscles"),
        Muscle.DELTOID: Text(ja="三角筋", en="deltoids"),
        Muscle.LATISSIMUS_DORSI: Text(ja="広背筋", en="lats"),
        Muscle.TRAPEZIUS: Text(ja="僧帽筋", en="trapezius"),
        Muscle.SERRATUS_ANTERIOR: Text(ja="前鋸筋", en="serratus anterior"),
        Muscle.PECTORALIS: Text(ja="大胸筋", en="chest"),
        Muscle.BICEPS: Text(ja="上腕二頭筋", en="biceps"),
        Muscle.TRICEPS: Text(ja="上腕三頭筋", en="triceps"),
        Muscle.FOREARM: Text(ja="前腕", en="forearms"),
    }
)
