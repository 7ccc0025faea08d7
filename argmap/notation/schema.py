"""The notation's schema: which fields there are, what each takes, and which must be there.

The forms check one field at a time; what fields owe each other stands in `agreement`, what ids owe each
other in `references`. Where the notation has short forms, the forms hold the long one: every item of
`because` and `but` is an argument with `premises`, every `quote` a list.

Descriptions and examples are what editors read in the reference. A description's first sentence is also
what a message says of a field that is missing; the examples are of one map, the harbour's.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from argmap.notation.values import (
    CLAIM_ID,
    CLAIM_IDS,
    STRING,
    ActorId,
    AlsoWritten,
    ClaimId,
    Date,
    File,
    GroupId,
    Id,
    LabelWord,
    Language,
    Markdown,
    MayBeMissing,
    RoleWord,
    SourceId,
    Text,
    Url,
    Verbatim,
    Version,
    Weight,
    as_argument,
    as_question,
    as_quote,
    as_quotes,
)


class Form(BaseModel):
    """Anything written as a mapping: known fields only, and nothing taken for what it is not."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=True)


class QuoteForm(Form):
    """The exact words of a source. Where nothing but the words is needed, write them alone, without the mapping."""

    exact: Verbatim = Field(
        description="The words, exactly as the source has them, its faults included. They must stand in it once.",
        examples=["ferries routinely wait fortyminutes"],
    )
    source: SourceId = Field(
        "", description="The source's id; needed only where there are several sources.", examples=["report"]
    )
    prefix: str = Field(
        "",
        description="The words just before, to tell this place from others with the same words.",
        examples=["In August, "],
    )
    suffix: str = Field(
        "",
        description="The words just after, to tell this place from others with the same words.",
        examples=[" for the only pier"],
    )
    reads: Text = Field(
        "",
        description="The words as they should be shown, where the copy is faulty. "
        "It may change spacing, case and punctuation, nothing else.",
        examples=["ferries routinely wait forty minutes"],
    )


Quotes = Annotated[
    list[Annotated[QuoteForm, BeforeValidator(as_quote), AlsoWritten(STRING)]],
    BeforeValidator(as_quotes),
    Field(min_length=1),
    AlsoWritten(one=True),
]


class AsideForm(Form):
    """A passage of a source that carries no claim."""

    exact: Verbatim = Field(
        description="The passage's words, exactly as the source has them.",
        examples=["The harbour was founded in 1850."],
    )
    why: Text = Field(description="Why it carries no claim.", examples=["background"])
    prefix: str = Field(
        "",
        description="The words just before it, where the passage's words occur twice.",
        examples=["In 1849: "],
    )
    suffix: str = Field(
        "", description="The words just after it, where the passage's words occur twice.", examples=[" At every"]
    )
    reads: Text = Field(
        "",
        description="The words as they should be shown, where the copy is faulty.",
        examples=["The harbour was founded in 1850."],
    )


class SourceForm(Form):
    """A text that is mapped."""

    file: File = Field(
        description="The text's file, relative to the map's own. It must lie inside the project and be UTF-8.",
        examples=["../../seeds/harbour-report.txt"],
    )
    title: Text = Field("", description="The text's title.", examples=["Harbour report"])
    author: Text = Field("", description="Who wrote it.", examples=["N. N."])
    publisher: Text = Field("", description="Who published it.", examples=["The Town"])
    date: Date = Field("", description="When it was published.", examples=["2016-10"])
    url: Url = Field("", description="Where it was published.", examples=["https://example.org/report"])
    note: Markdown = Field(
        "", description="Remarks on the text or this copy of it.", examples=["A word is missing in the copy."]
    )
    aside: list[AsideForm] = Field(
        default_factory=list,
        description="Passages that carry no claim, and why. They count as read: "
        "argmap no longer lists them among the sentences that the map leaves out.",
        examples=[[{"exact": "The harbour was founded in 1850.", "why": "background"}]],
    )


class ActorForm(Form):
    """Someone whom claims are about, or who says them."""

    name: Text = Field(description="The name that readers see.", examples=["Ferry companies"])


class GroupForm(Form):
    """A part of the argument that belongs together. Groups do not hold other groups."""

    title: Text = Field(description="The title that readers see.", examples=["Traffic today"])


class ArgumentForm(Form):
    """Premises that together bear on a conclusion.

    Where there is nothing more to say, write a claim's id for one premise, or a list of ids for several.
    """

    premises: list[ClaimId] = Field(
        min_length=1,
        description="The claims that, only together, bear on the conclusion.",
        examples=[["ferries-wait", "waiting-costs"]],
    )
    id: Id = Field("", description="An id, needed only to link to the argument.", examples=["by-analogy"])
    scheme: Text = Field("", description="The kind of argument, in your own words.", examples=["argument from analogy"])
    strength: Weight = Field(
        "normal", description="How much it weighs; anything but `normal` needs `why`.", examples=["weak"]
    )
    why: Text = Field(
        "", description="Why it weighs what it weighs.", examples=["The report itself calls the comparison rough."]
    )
    quote: Quotes = Field(
        default_factory=list,
        description="The source's words that make the step from the premises to the conclusion.",
        examples=["The comparison is rough"],
    )
    note: Markdown = Field("", description="Remarks.", examples=["The report does not say *which* neighbours."])
    because: Arguments = Field(
        default_factory=list,
        description="Arguments for the step itself (backing).",
        examples=[["towns-alike"]],
    )
    but: Arguments = Field(
        default_factory=list,
        description="Arguments against the step (undercuts): the premises may be so, "
        "but the conclusion does not follow from them.",
        examples=[["towns-differ"]],
    )


Arguments = list[Annotated[ArgumentForm, BeforeValidator(as_argument), AlsoWritten(CLAIM_ID, CLAIM_IDS)]]


class ClaimForm(Form):
    """One proposition, under an id that never changes, so that links to it stay good."""

    text: Text = Field(
        description="The proposition, as a whole sentence.", examples=["Ferries wait 40 minutes for the only pier."]
    )
    label: Text = Field("", description="A short form for small drawings and lists.", examples=["Ferries wait"])
    quote: Quotes = Field(
        default_factory=list,
        description="The source's words that say it.",
        examples=[
            "ferries without a wait would bring more visitors",
            {"exact": "wait fortyminutes", "reads": "wait forty minutes"},
            ["ferries routinely wait", "for the only pier"],
        ],
    )
    implicit: Text = Field(
        "",
        description="Why a claim that the text does not state is here; excludes `quote`.",
        examples=["The report gives both figures and never compares them."],
    )
    said_by: ActorId = Field(
        "", description="The actor who says it, when not the source's author.", examples=["ferries"]
    )
    qualifier: Text = Field("", description="The author's own hedge.", examples=["it could be argued"])
    date: Date = Field("", description="When it was so, or was said.", examples=["2016-08"])
    actors: list[ActorId] = Field(
        default_factory=list, description="The actors whom it is about.", examples=[["ferries"]]
    )
    group: GroupId = Field("", description="The group that it belongs to.", examples=["traffic"])
    tags: list[Text] = Field(
        default_factory=list, description="Words that views can choose claims by.", examples=[["figures"]]
    )
    note: Markdown = Field(
        "", description="Longer remarks, shown beside the claim.", examples=["Counted on *weekdays* only."]
    )
    role: Annotated[RoleWord | None, MayBeMissing()] = Field(
        None,
        description="The word on the card, where another is wanted than the claim's place in the map gives. "
        "`answer` marks a possible answer to the question. The word changes nothing but what is shown.",
        examples=["answer"],
    )
    assumed: bool = Field(
        True,
        description="`false`: the map-maker does not grant it. Only for a claim without `because`.",
        examples=[False],
    )
    strength: Annotated[Weight | None, MayBeMissing()] = Field(
        None,
        description="Grants a claim without `because` more than bare assertion; needs `why` unless `normal`.",
        examples=["strong"],
    )
    why: Text = Field("", description="Why it is granted that much.", examples=["The harbour office counts them."])
    expect: Annotated[LabelWord | None, MayBeMissing()] = Field(
        None,
        description="A test of the map: what must become of the claim, checked at every build.",
        examples=["stands"],
    )
    because: Arguments = Field(
        default_factory=list,
        description="Arguments for it. Several items support it separately; "
        "the ids in an inner list do so only together.",
        examples=[
            ["ferries-wait"],
            ["neighbour-built", ["ferries-wait", "waiting-costs"]],
            [{"premises": ["neighbour-built"], "strength": "weak", "why": "The comparison is rough."}],
        ],
    )
    but: Arguments = Field(
        default_factory=list,
        description="Arguments against it (objections), in the same forms.",
        examples=[["too-dear"]],
    )


class QuestionForm(Form):
    """The question that the article raises. Where there is no quote, write its text alone, without the mapping."""

    text: Text = Field(description="The question, as a sentence.", examples=["Should the town build a second pier?"])
    quote: Quotes = Field(
        default_factory=list,
        description="The source's words that ask it.",
        examples=["whether the town should build a second pier"],
    )


Asked = Annotated[QuestionForm, BeforeValidator(as_question), AlsoWritten(STRING)]


class ViewForm(Form):
    """A part of the map: whatever any item of a field chooses, and all the fields together agree on."""

    title: Text = Field("", description="The title that readers see.", examples=["Traffic"])
    groups: list[GroupId] = Field(
        default_factory=list, description="Show the claims of these groups.", examples=[["traffic"]]
    )
    actors: list[ActorId] = Field(
        default_factory=list, description="Show the claims about these actors.", examples=[["ferries"]]
    )
    tags: list[Text] = Field(
        default_factory=list, description="Show the claims with these tags.", examples=[["figures"]]
    )
    focus: ClaimId = Field("", description="Show this claim and what is near it.", examples=["too-dear"])
    depth: int = Field(1, ge=0, description="How many steps from `focus`, both ways.", examples=[2])


class StepForm(Form):
    """A step of the guided tour."""

    claim: ClaimId = Field(description="The claim to stop at.", examples=["ferries-wait"])
    say: Text = Field(description="What to say there.", examples=["Start with what everyone sees."])


class MapForm(Form):
    """An argument map: what one article argues. This is the whole file."""

    argmap: Version = Field(description="The version of the notation.", examples=[1])
    title: Text = Field(description="The map's title.", examples=["Does the harbour need a second pier?"])
    question: Annotated[Asked | None, MayBeMissing()] = Field(
        None,
        description="The question that the article raises.",
        examples=[
            "Should the town build a second pier?",
            {
                "text": "Should the town build a second pier?",
                "quote": "whether the town should build a second pier",
            },
        ],
    )
    thesis: ClaimId = Field(description="The claim from which the map is read.", examples=["build-it"])
    language: Language = Field("en", description="The language of the map's words.", examples=["fa", "pt-BR"])
    sources: dict[Id, SourceForm] = Field(
        default_factory=dict,
        description="The texts that are mapped, by id.",
        examples=[{"report": {"file": "../../seeds/harbour-report.txt", "title": "Harbour report"}}],
    )
    actors: dict[Id, ActorForm] = Field(
        default_factory=dict,
        description="Whom claims are about or who says them, by id.",
        examples=[{"ferries": {"name": "Ferry companies"}}],
    )
    groups: dict[Id, GroupForm] = Field(
        default_factory=dict,
        description="Parts of the argument that belong together, by id.",
        examples=[{"traffic": {"title": "Traffic today"}}],
    )
    claims: dict[Id, ClaimForm] = Field(
        description="The claims, by id, each with the arguments for and against it.",
        examples=[
            {
                "build-it": {"text": "The town should build a second pier.", "because": ["ferries-wait"]},
                "ferries-wait": {"text": "Ferries wait 40 minutes for the only pier."},
            }
        ],
    )
    views: dict[Id, ViewForm] = Field(
        default_factory=dict,
        description="Parts of the map to be shown by themselves, by id.",
        examples=[{"cost": {"title": "The money", "focus": "too-dear"}}],
    )
    tour: list[StepForm] = Field(
        default_factory=list,
        description="A guided tour, claim by claim.",
        examples=[[{"claim": "ferries-wait", "say": "Start with what everyone sees."}]],
    )
