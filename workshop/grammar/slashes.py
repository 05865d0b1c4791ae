"""Every slash command: what is typed, what it does, when it is of use. Feeds the reading, `/help` and the manual."""

from __future__ import annotations

from typing import Literal

from workshop.errors import NotUnderstood
from workshop.grammar.commands import attendance, clock, closing, exercises, looks, records, script, tasks
from workshop.grammar.commands.reading import Read, alone
from workshop.grammar.context import Context
from workshop.model.asks import Ask, Look, Quit
from workshop.model.commands import Back, Command, Next, PassGate, Prepare, Redo, Undo
from workshop.model.values import dataclass
from workshop.model.words import did_you_mean

When = Literal["meeting", "exercise", "closing", "any", "script"]


@dataclass(frozen=True, slots=True)
class Slash:
    """One slash command."""

    name: str
    """The word behind the slash."""
    usage: str
    """The whole line; capitals are to be filled in, square brackets may be left out."""
    help: str
    """One line on what it does."""
    when: When
    """While a meeting runs, with an exercise on screen, at its closing, at any time, or only in a script."""
    read: Read


SLASHES: tuple[Slash, ...] = (
    Slash("start", "/start [M-1]", "Open the planned meeting.", "any", clock.start),
    Slash("next", "/next", "Go to the next segment.", "meeting", alone(Next())),
    Slash("back", "/back", "Go back one segment.", "meeting", alone(Back())),
    Slash("goto", "/goto N", "Go to segment N.", "meeting", clock.goto),
    Slash("pause", "/pause [item]", "Pause the meeting or only this segment; again to go on.", "meeting", clock.pause),
    Slash("extend", "/extend 5", "Give this segment five minutes more; -3 takes three away.", "meeting", clock.extend),
    Slash("retime", "/retime [45] [go]", "Show how the rest fits the time left, or 45 minutes in all; go applies it.", "meeting", clock.retime),
    Slash("learned", "/learned [M-1] [go]", "Show what the segments of a plan usually take; go takes these minutes.", "any", clock.learned),
    Slash("skip", "/skip [N] [// why]", "Leave this segment, or segment N, for the next meeting.", "meeting", clock.skip),
    Slash("started", "/started 6m", "Say that the meeting began six minutes ago.", "meeting", clock.started),
    Slash("floor", "/floor sales|marketing|guest", "Say who holds the floor.", "meeting", clock.floor),
    Slash("exercise", "/exercise [NAME [PART]]", "See where the exercise stands, or bring one up in this segment.", "meeting", exercises.exercise),
    Slash("step", "/step [N|back]", "Go on to the next step of the exercise, to step N, or back.", "exercise", exercises.step),
    Slash("result", "/result", "Show what the exercise has come to.", "exercise", alone(Look("result"))),
    Slash("rows", "/rows [INPUT]", "List the rows of the exercise with their numbers.", "exercise", exercises.rows),
    Slash("presets", "/presets [INPUT]", "Add the rows that the exercise offers.", "exercise", exercises.presets),
    Slash("confide", "/confide [INPUT] [off]", "Ask a round in confidence that may be asked either way; off asks it openly again.", "exercise", exercises.confide),
    Slash("take", "/take 2 [@who] [>when] [// other words]", "Make draft 2 real.", "exercise", exercises.take),
    Slash("try", "/try FILE [won=COLUMN[=WORD]] [THRESHOLD]", "Try the rule that both teams signed on a CSV file of past leads.", "any", looks.try_rule),
    Slash("here", "/here [M-2] NAME[, NAME]|all [// remark]", "Note who is here; all leaves out who sent apologies.", "any", attendance.here),
    Slash("late", "/late [M-2] NAME 09:06 [// remark]", "Note who came later, and when.", "any", attendance.late),
    Slash("leaves", "/leaves [M-2] NAME 10:50 [// remark]", "Note who goes early, and when.", "any", attendance.leaves),
    Slash("apologies", "/apologies [M-2] NAME[, NAME] [// remark]", "Note who sent apologies.", "any", attendance.apologies),
    Slash("amend", "/amend D-1 TEXT", "Give a decision its new words; the next vote is a new round.", "meeting", records.amend),
    Slash("vote", "/vote REF sales 4 3 marketing 4 4 [others 3] | NAME 4 ... | none | objection TEXT", "Note an open vote; none means that nobody objected.", "meeting", records.vote),
    Slash("settle", "/settle X-1 TEXT [>when]", "Note how a dispute was settled, and on which day.", "any", records.settle),
    Slash("escalate", "/escalate X-1|A-3|N-5 [@who] [>when]", "Hand it to the arbiter, or to somebody named.", "any", records.escalate),
    Slash("done", "/done A-3 [>when] [// remark]", "Tick an action off; the day is one that has come.", "any", tasks.done),
    Slash("assign", "/assign A-3 @who [@helper]", "Give an action its owner and helpers.", "any", tasks.assign),
    Slash("due", "/due A-3 >when [// remark]", "Give an action another date.", "any", tasks.due),
    Slash("block", "/block A-3 [>when] [// remark]", "Note that an action waits for something.", "any", tasks.becomes("blocked")),
    Slash("drop", "/drop A-3 [// remark]", "Let an action go.", "any", tasks.becomes("dropped")),
    Slash("open", "/open A-3 [>when] [// remark]", "Take an action up again.", "any", tasks.becomes("open")),
    Slash("correct", "/correct N-36 TEXT", "Correct the minutes at a record.", "any", records.correct),
    Slash("approve", "/approve M-1 [by=NAME; in=WORDS]", "Approve minutes, here or elsewhere.", "any", closing.approve),
    Slash("park", "/park TEXT [@who]", "Park a topic for later.", "any", records.park),
    Slash("dispose", "/dispose N-57 next agenda|action|separate talk|drop [>when]", "Say what becomes of a parked topic.", "any", records.dispose),
    Slash("inbox", "/inbox [place|park|drop C-1|all] [// why]", "See what was caught between meetings, or settle it.", "any", records.inbox),
    Slash("edit", "/edit REF [TEXT] [marks] [fields]", "Give a record new words or fields; key=- empties a field.", "any", records.edit),
    Slash("strike", "/strike REF | lead 3", "Strike a record, or a row of the exercise on screen; /undo brings it back.", "any", records.strike),
    Slash("move", "/move N-3 5 | before N-7 | after N-7", "Move an entry to segment 5, or next to another one.", "meeting", records.move),
    Slash("merge", "/merge N-4 N-7 [N-9]", "Make one entry of several: the words of the others join the first.", "meeting", records.merge),
    Slash("split", "/split N-4 TEXT // TEXT", "Make several entries of one; each keeps speaker, kind and fields.", "meeting", records.split),
    Slash("find", "/find TEXT", "Search the records at hand.", "any", records.find),
    Slash("undo", "/undo", "Take back the last thing.", "any", alone(Undo())),
    Slash("redo", "/redo", "Do again what was taken back.", "any", alone(Redo())),
    Slash("override", "/override [A-3|N-5] WHY", "Carry on what came up a third time, and say why.", "closing", records.override),
    Slash("reveal", "/reveal [INPUT] [early]", "Show what was given in confidence, as totals, or what was hidden; early waits for nobody.", "meeting", exercises.reveal),
    Slash("collect", "/collect [INPUT]", "Take the answers given so far away, and collect anew.", "closing", exercises.collect),
    Slash("readback", "/readback", "Note that decisions and actions were read back.", "closing", alone(PassGate("read-back"))),
    Slash("unsaid", "/unsaid", "Note that the room was asked for anything unsaid.", "closing", alone(PassGate("unsaid"))),
    Slash("credits", "/credits", "Note that the room was asked for credits.", "closing", alone(PassGate("credits"))),
    Slash("nextdate", "/nextdate DATE [TYPE] [09:00] | none WHY", "Set the next meeting, or say why there is none.", "closing", closing.nextdate),
    Slash("close", "/close | /close early WHY", "Close the meeting; early says why points stay open.", "closing", closing.close),
    Slash("reopen", "/reopen [M-1] WHY @who", "Open a closed meeting again.", "any", closing.reopen),
    Slash("help", "/help [all|WORD]", "Show what is possible here, every command, or what a word means.", "any", looks.show_help),
    Slash("time", "/time", "Show the time of segment and meeting.", "meeting", alone(Look("time"))),
    Slash("present", "/present", "Say how the room gets a screen of its own.", "any", alone(Look("present"))),
    Slash("prepare", "/prepare", "Hold this as a preparation of the one team that is here.", "meeting", alone(Prepare())),
    Slash("agenda", "/agenda", "Show the agenda with its minutes.", "meeting", alone(Look("agenda"))),
    Slash("tray", "/tray", "Show what is still to be completed.", "meeting", alone(Look("tray"))),
    Slash("actions", "/actions", "Show the open actions.", "any", alone(Look("actions"))),
    Slash("decisions", "/decisions", "Show the decisions.", "any", alone(Look("decisions"))),
    Slash("parked", "/parked", "Show the parked topics.", "any", alone(Look("parked"))),
    Slash("record", "/record", "Show what was recorded in this meeting.", "meeting", alone(Look("record"))),
    Slash("people", "/people", "Show who is known and who is here.", "any", alone(Look("people"))),
    Slash("gate", "/gate", "Show what is open before the close.", "closing", alone(Look("gate"))),
    Slash("person", "/person NAME; TEAM; ROLE; E-MAIL", "Add somebody, or change the one whose id stands for the name; role and e-mail may be left out.", "any", attendance.person),
    Slash("arbiter", "/arbiter NAME", "Say who decides what the teams cannot settle.", "any", attendance.duty("arbiter")),
    Slash("liaison", "/liaison NAME", "Say who passes on what the field reports.", "any", attendance.duty("liaison")),
    Slash("meeting", "/meeting TEMPLATE DATE TIME [title=...; place=...; mode=in person|remote|mixed; end=11:00]", "Plan a meeting.", "any", script.meeting),
    Slash("plan", "/plan [M-2] [3 +5 | 8 | lock | unlock | core | optional | drop | add | before 5 | after 5]", "Show the plan of the next meeting, or change its segment 3; add brings back what was left out.", "any", script.plan),
    Slash("change", "/change M-1 KEY=VALUE; ...", "Change a planned meeting: title, date, start, place, mode, end.", "any", script.change),
    Slash("cancel", "/cancel M-1 WHY", "Call a planned meeting off.", "any", script.cancel),
    Slash("set", "/set KEY=VALUE", "Change a setting of the workspace.", "any", script.setting),
    Slash("at", "/at [2026-03-03] 09:05", "Move the clock of the script.", "script", script.at),
    Slash("quit", "/quit", "Leave; the meeting goes on and can be taken up again.", "any", alone(Quit())),
)  # fmt: skip


def read_slash(line: str, context: Context) -> Command | Ask:
    """The command of a line that begins with a slash. Raises NotUnderstood with the usage where it does not fit."""
    name, _, rest = line[1:].partition(" ")
    slash = next((slash for slash in SLASHES if slash.name == name.lower()), None)
    if slash is None:
        near = did_you_mean(name, [slash.name for slash in SLASHES])
        raise NotUnderstood(
            f"'/{name}' is not a command{near}", fix=f"Type /help, or \\/{name} for plain text."
        )
    if slash.when == "script" and not context.script:
        raise NotUnderstood(
            f"/{name} moves the clock of a script; here it runs by itself.", fix="Leave it out."
        )
    wanted = slash.read(rest.strip(), context)
    if wanted is None:
        off = f"cannot be read with '{rest.strip()}' behind it" if rest.strip() else "needs more behind it"
        raise NotUnderstood(f"/{slash.name} {off}.", fix=f"Type {slash.usage}")
    return wanted
