"""Words that report speech, as data."""

from typing import Final


def words(text: str) -> frozenset[str]:
    """The words of a list written as prose, for data kept in code."""
    return frozenset(text.split())


SAYING: Final = words("""
said says say told tells tell added adds asked asks wrote writes tweeted tweets argued argues explained
explains noted notes insisted insists warned warns continued continues replied replies claimed claims
declared declares stated states responded responds recalled recalls concluded concludes announced
announces commented comments predicted predicts suggested suggests stressed stresses admitted admits
complained complains acknowledged acknowledges agreed agrees joked jokes quipped quips emphasised
emphasises emphasized emphasizes observed observes remarked remarks conceded concedes confirmed confirms
denied denies demanded demands pledged pledges promised promises vowed vows urged urges boasted boasts
bragged brags shouted shouts yelled yells cried cries whispered whispers mused muses reflected reflects
lamented laments cautioned cautions contended contends asserted asserts alleged alleges maintained
maintains reiterated reiterates repeated repeats countered counters retorted retorts revealed reveals
disclosed discloses testified testifies intoned exclaimed exclaims pleaded pleads protested protests
proclaimed proclaims opined opines advised advises informed informs reported reports hailed hails praised
praises welcomed welcomes described describes called calls dubbed dubs branded brands labelled labels
labeled denounced denounces dismissed dismisses criticised criticises criticized criticizes condemned
condemns accused accuses slammed slams blasted blasts mocked mocks posted posts chanted chants begged begs
bemoaned bemoans blogged blogs echoed echoes elaborated elaborates confided confides enthused enthuses
fumed fumes hinted hints implored implores interjected interjects jibed lauded lauds lambasted lambasts
mentioned mentions objected objects pointed points put puts quoted quotes read reads reasoned reasons
recommended recommends recounted recounts rejected rejects remembered remembers reminded reminds snapped
spoke speaks summarised summarises teased teases thundered volunteered volunteers sings sang ordered
orders signalled signals characterised characterises characterized characterizes cites cited thanked
thought thinks believed believes expects expected hoped hopes feels felt knew knows answered answers
""")
"""Finite verbs that can have a quotation as their object."""

PARTICIPLES: Final = words("""
saying adding telling writing arguing claiming noting insisting warning tweeting calling asking declaring
stating explaining describing suggesting stressing urging promising pledging vowing dismissing branding
dubbing labelling labeling accusing boasting joking shouting chanting complaining replying responding
concluding announcing commenting predicting emphasising emphasizing denouncing condemning criticising
criticizing praising hailing recalling acknowledging admitting conceding reiterating repeating alleging
asserting contending maintaining observing remarking quoting mocking blasting slamming demanding revealing
posting testifying citing referring
""")

PERSONAL: Final = words("""
said says told tells added adds asked asks wrote writes tweeted argued argues explained explains insisted
replied recalled continued joked admitted thinks thought believes believed noted warned warns complained
testified responded agreed disagreed nodded shrugged laughed smiled demurred answered answers replies recalls
jokes yelled shouted whispered tweets argues insists admits grinned sighed
""")
"""Verbs whose subject is a person more often than a body; a name beside one is taken for a person's."""
