"""The rules of reading: by what kind of words each fact was found, in a small closed vocabulary.

Rules differ where they differ in how often they are right; `ingest/confidence.py` knows how often each is.
"""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """The kinds of evidence, by kind of fact; each stands beside its example."""

    #: `Russian Foreign Minister Sergey Lavrov`
    TITLE_BEFORE = "post: a title before the name"
    #: `Sergey Lavrov, Russia’s foreign minister`
    TITLE_AFTER = "post: a title after the name"
    #: `Foreign Ministers Odobescu of Romania and Sikorski of Poland`
    TITLE_OF_MANY = "post: one title for several names"
    #: `Irro was sworn in as president`
    TITLE_BY_VERB = "post: a verb ties the title"
    #: `its foreign minister, Dar`: a pronoun, or the post itself, says whose it is
    TITLE_POINTING = "post: whose it is stands in a pronoun"
    #: `Prime Minister Koizumi`, whose state stands elsewhere in the article or is known
    TITLE_ELSEWHERE = "post: whose it is stands elsewhere"
    #: `Prime Minister Khasawneh`, whose state the signs of the text tell
    TITLE_LIKELIEST = "post: whose it is was weighed"
    #: `Ilham Aliyev stayed in Baku. The Azerbaijani president …`
    TITLE_TAKEN_UP = "post: a description takes the name up"

    #: `Lavrov met Muttaqi`
    MET = "attendance: met"
    #: `Chirac spoke by telephone to Obasanjo`
    CALLED = "attendance: telephoned"
    #: `Lavrov received Muttaqi`
    RECEIVED = "attendance: received"
    #: `Dar signed the protocol with Wang`, `presented his credentials`, `was sworn in`
    SIGNED = "attendance: signed, presented or swore"
    #: `Xi visited Rabat`
    VISITED = "attendance: visited"
    #: `In talks with Dar, Wang said …`, `talks between A and B`
    TALKS = "attendance: a noun of meeting with its parties"
    #: `The ministers met for the third round`, `held the 24th round`
    HELD = "attendance: held a gathering"
    #: `Uganda attended the summit`
    ATTENDED_NAMED = "attendance: attended what the sentence names"
    #: `Uganda attended`
    ATTENDED_SPOKEN_OF = "attendance: attended what was spoken of"
    #: `The summit was attended by Ruto`, `in the presence of Ruto`
    ATTENDED_BY = "attendance: was attended by"
    #: `Turkey hosted the summit`, `Japan, the host`
    HOSTED = "attendance: hosted"
    #: `Ouattara sent Vice-President Koné`
    SENT = "attendance: sent somebody"
    #: `At the session, Bruce defended …`
    SPOKE_AT = "attendance: spoke at it"
    #: `VASSILY NEBENZIA (Russian Federation) recalled …`
    TOOK_FLOOR = "attendance: has the floor in minutes"
    #: `Lavrov is to meet Muttaqi`
    TO_MEET = "attendance: is to meet"
    #: `Ruto will attend the summit`
    TO_ATTEND = "attendance: is to attend"
    #: `Uganda stayed away from the summit`
    ABSENT_NAMED = "attendance: absent from what the sentence names"
    #: `Uganda stayed away`
    ABSENT_SPOKEN_OF = "attendance: absent from what was spoken of"

    #: `“We agree,” Lavrov said`
    QUOTED_NAMED = "statement: quoted, the speaker named"
    #: `“We agree,” he said`
    QUOTED_POINTING = "statement: quoted, the speaker pointed at"
    #: `Lavrov shrugged. “We agree.”`
    QUOTED_BARE = "statement: quoted, no verb of saying"
    #: `Lavrov said that …`
    REPORTED_NAMED = "statement: reported, the speaker named"
    #: `The minister said that …`
    REPORTED_POINTING = "statement: reported, the speaker pointed at"
    #: `Lavrov welcomed the deal and thanked Oman`
    REPORTED_SHARED = "statement: reported, the speaker of the verb before"
    #: `According to Dar, …`
    ACCORDING = "statement: according to"

    #: `Ghana recognised Kosovo`
    RECOGNISES = "recognition: the verb"
    #: `Kosovo is recognised by Ghana`
    RECOGNISED_BY = "recognition: the verb in the passive"
    #: `Ghana withdrew its recognition of Kosovo`, `announced the recognition of`
    RECOGNITION = "recognition: the noun"
    #: `Honduras dropped Taiwan for China`, `Palau keeps formal ties with Taipei`
    TIES = "recognition: ties kept, made or cut"
    #: `Kosovo is regarded as independent`, `won recognition by`, `after recognising Kosovo`
    REGARDED = "recognition: other words, or in passing"
    #: `“We do not recognise Kosovo,” Blanár said`
    OF_ITS_OWN = "recognition: said by an official of his own state"
    #: `Malta did the same`, `so has Italy`, `Mexico has not`
    REPEATED = "recognition: what repeats an act"

    @property
    def kind(self) -> str:
        """The kind of fact that the rule finds."""
        return self.value.partition(":")[0]

    @property
    def told(self) -> str:
        """The rule in words, without its kind."""
        return self.value.partition(": ")[2]
