"""The guess at a language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.sources.judges.language import guess_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The council has said that it will not be able to pay for the road."),
        ("fr", "Le conseil a annoncé que les travaux ne sont pas prévus dans le budget de la ville."),
        ("de", "Der Rat hat beschlossen, dass die Straße nicht gebaut wird und das Geld für Schulen ist."),
        ("es", "El ayuntamiento ha dicho que no puede pagar las obras de la carretera por el momento."),
        ("it", "Il comune ha detto che non è possibile pagare la strada con i soldi della regione."),
        ("nl", "De gemeente heeft gezegd dat het geld voor de weg niet op tijd is aan te vragen."),
        ("pt", "A câmara disse que não é possível pagar as obras da estrada com o dinheiro dos impostos."),
        ("sv", "Kommunen har sagt att det inte går att betala för vägen och att pengarna är slut."),
        ("ja", "市議会は道路の費用を支払えないと述べた。"),
        ("zh", "市议会表示无法支付道路费用。"),
        ("ko", "시의회는 도로 비용을 지불할 수 없다고 말했다."),
        ("ru", "Городской совет заявил, что не может оплатить дорогу."),
        ("uk", "Міська рада заявила, що не може оплатити дорогу і її ремонт."),
        ("ar", "قال المجلس إنه لا يستطيع دفع ثمن الطريق"),
        ("he", "המועצה אמרה כי אינה יכולה לשלם"),
        ("", "Hm. Tja."),
        ("", ""),
    ],
)
def test_a_language_is_known_by_its_small_words_or_letters(language, text):
    assert guess_language(text) == language


@given(st.text(max_size=300))
def test_any_text_gets_a_code_or_nothing(text):
    assert len(guess_language(text)) in {0, 2}
