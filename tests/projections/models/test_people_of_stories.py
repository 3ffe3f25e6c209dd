"""Who stands for whom, as far as a cut sees."""

from sqlalchemy import select

from pilots.commands.people import MergePerson
from projections.engine.as_of import NOW, Cut
from projections.models.people import merged_into, standing_for
from tests.support.story import Story


def test_a_merge_of_later_is_not_seen_before_it(story: Story) -> None:
    ana, anna, anne = (story.who(name).person for name in ("Ana", "Anna", "Anne"))
    story.do(MergePerson(person=ana, into=anna))
    story.days(1)
    cuts = story.now(), Cut(position=story.platform.pilots.head())
    story.days(1)
    story.do(MergePerson(person=anna, into=anne))

    with story.platform.views.reading() as db:
        for cut in cuts:
            same = merged_into(cut)
            found = db.execute(select(same.c.person, same.c.into)).all()
            assert [tuple(row) for row in found] == [(ana, anna)]
        assert standing_for(db, NOW, [ana, anna]) == {ana: anne, anna: anne}
