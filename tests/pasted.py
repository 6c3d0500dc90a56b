"""Pages as an editor pastes them, for the tests that need some."""

FEES = """Harbour board cuts its fees

Small boats will pay a tenth less from October

By Ada Fell

3 June 2024

The harbour board will cut its berth fees by 10 per cent in October, it said on Monday after a long review.

The cut covers boats of up to twelve metres and will cost the board about £40,000 in its first full year.

Minister praises harbours: "a model for us all"
Why do the cranes stand still?
Webinar: berths and budgets, with Quay Bank

"We listened to the small boats and we have acted on what they told us," said Ada Brook, chair of the board.

Skippers had asked for a cut since the spring, when eleven of them moved their boats to the next harbour.

"Nobody should have to leave home waters over a bill," Brook added. "We want every one of them to come back."
"""

CRANES = """Crane drivers go back to work

By Ben Moor

4 June 2024

Crane drivers at the north quay went back to work on Tuesday after nine days of talks about their shifts.

Webinar: berths and budgets, with Quay Bank

"The new rota gives our members two nights at home in every week," said Carl Dunn, the drivers' spokesman.

The quay expects to have cleared the ships that are waiting outside the harbour by the end of the week.
"""
