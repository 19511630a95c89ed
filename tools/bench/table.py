"""One Markdown table of figures, a column for each system."""


class Table:
    def __init__(self, systems):
        """`systems` are classes or objects with a `name` and a `title`."""
        self.systems = systems
        self.rows = {}
        self.forms = {}
        self.missing = []

    def add(self, system, what, figure, form):
        """A cell of the row `what`, which the first system to name it adds; None becomes '-'."""
        self.forms.setdefault(what, form)
        cells = self.rows.setdefault(what, {})
        if figure is not None:
            cells[system.name] = figure

    def note_missing(self, program):
        if program not in self.missing:
            self.missing.append(program)

    def markdown(self):
        heads = ["what", *(system.title for system in self.systems), "Warraq/Lucene"]
        lines = [_line(heads), _line(["---", *["--:"] * (len(heads) - 1)])]
        for what, figures in self.rows.items():
            cells = [self.forms[what].format(figures[system.name]) if system.name in figures
                     else "-" for system in self.systems]
            lines.append(_line([what, *cells, _ratio(figures)]))
        return "\n".join(lines)


def _ratio(figures):
    if "warraq" not in figures or not figures.get("lucene"):
        return "-"
    return f"{figures['warraq'] / figures['lucene']:.2f}"


def _line(cells):
    return "| " + " | ".join(cells) + " |"
