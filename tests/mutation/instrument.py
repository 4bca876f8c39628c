#!/usr/bin/env python3
"""Writes copies of sources that contain mutants, each of which a number switches on.

  instrument.py PROJECT OUT FOLDER...    e.g. instrument.py . build/mutants src/score src/stats

All mutants are compiled at once: `a < b` becomes `(mutant(7) ? (a) <= (b) : (a) < (b))`. OUT/mutants.json
says what each one changes. The sources are read with libclang, so that types are known and nothing inside a
comment or a text is changed.
"""
import json
import pathlib
import sys

from clang.cindex import Config, CursorKind as Kind, Index, TypeKind

Config.set_library_file("/usr/lib/llvm-19/lib/libclang-19.so.1")

COMPARED = {"<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"], "==": ["!="], "!=": ["=="]}
COMPUTED = {"+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "%": ["*"]}
JOINED = {"&&": ["||"], "||": ["&&"]}
OTHER_END = {"std::min": "std::max", "std::max": "std::min"}
PLAIN = range(TypeKind.BOOL.value, TypeKind.LONGDOUBLE.value + 1)
STEPS = (Kind.BINARY_OPERATOR, Kind.COMPOUND_ASSIGNMENT_OPERATOR, Kind.CALL_EXPR, Kind.UNARY_OPERATOR,
         Kind.BREAK_STMT, Kind.CONTINUE_STMT)
BODIES = (Kind.FOR_STMT, Kind.WHILE_STMT, Kind.CXX_FOR_RANGE_STMT)


def is_plain(node):
    kind = node.type.get_canonical().kind
    return kind.value in PLAIN


class Source:
    def __init__(self, path, root, mutants):
        self.path, self.root, self.mutants = path, root, mutants
        self.bytes = path.read_bytes()

    def raw(self, start, end):
        return self.bytes[start:end].decode()

    def place(self, node):
        """The bytes of a node, if it stands in this file and comes from no macro."""
        extent = node.extent
        if extent.start.file is None or extent.start.file.name != str(self.path):
            return None
        start, end = extent.start.offset, extent.end.offset
        return (start, end) if start < end else None

    def mutant(self, node, was, now):
        """The number of a new mutant."""
        self.mutants.append({"file": str(self.path.relative_to(self.root)), "line": node.extent.start.line,
                             "column": node.extent.start.column, "was": was, "now": now})
        return len(self.mutants)

    def parts(self, node):
        """The children that stand in the text of a node, in its order, without overlaps."""
        start, end = self.place(node)
        found, at = [], start
        placed = [(self.place(child), child) for child in node.get_children()]
        for place, child in sorted((p for p in placed if p[0]), key=lambda p: p[0]):
            if place[0] >= at and place[1] <= end and place != (start, end):
                found.append((place, child))
                at = place[1]
        return found

    def text(self, node):
        """The text of a node with the mutants of everything inside."""
        start, end = self.place(node)
        for child in node.get_children():  # a conversion that nobody wrote
            if self.place(child) == (start, end) and child.kind != node.kind:
                return self.text(child)
        if node.kind == Kind.BINARY_OPERATOR:
            changed = self.operator(node)
            if changed:
                return changed
        if node.kind == Kind.UNARY_OPERATOR and self.raw(start, start + 1) == "!":
            operand = self.parts(node)
            if operand and is_plain(node):
                inner, child = operand[-1]
                number = self.mutant(node, "!", "")
                return f"(mutant({number}) ? static_cast<bool>({self.raw(*inner)}) : !({self.text(child)}))"
        if node.kind == Kind.CALL_EXPR:
            changed = self.other_end(node)
            if changed:
                return changed
        return self.joined(node)

    def joined(self, node):
        start, end = self.place(node)
        text, at = "", start
        parts = self.parts(node)
        for number, (place, child) in enumerate(parts):
            text += self.raw(at, place[0])
            if self.is_left_out(node, child, number, len(parts)):
                was = self.raw(*place)
                text += f"if (!mutant({self.mutant(child, was, '')})) "
            text += self.raw(*place) if self.stays(node, child) else self.text(child)
            at = place[1]
        return text + self.raw(at, end)

    @staticmethod
    def stays(parent, child):
        """Where the language wants a constant."""
        if child.kind in (Kind.STATIC_ASSERT, Kind.ENUM_DECL):
            return True
        if parent.kind == Kind.CASE_STMT:
            return child == next(parent.get_children(), None)
        if parent.kind == Kind.VAR_DECL:
            return "constexpr" in [token.spelling for token in parent.get_tokens()][:4]
        return parent.kind in (Kind.FIELD_DECL, Kind.PARM_DECL)

    @staticmethod
    def is_left_out(parent, child, number, count):
        """Whether a mutant leaves this statement out."""
        if child.kind not in STEPS:
            return False
        if child.kind == Kind.UNARY_OPERATOR and child.type.kind == TypeKind.BOOL:
            return False
        if parent.kind == Kind.COMPOUND_STMT:
            return True
        return parent.kind in BODIES and number == count - 1

    def operator(self, node):
        parts = list(node.get_children())
        if len(parts) != 2 or not all(self.place(part) for part in parts):
            return None
        left, right = (self.place(part) for part in parts)
        if left[1] > right[0]:
            return None
        operator = self.raw(left[1], right[0]).split("//")[0].strip()
        if operator in COMPARED:
            others = COMPARED[operator] if all(is_plain(part) for part in parts) else COMPARED[operator][-1:]
            if parts[0].type.kind in (TypeKind.UNEXPOSED, TypeKind.DEPENDENT):
                return None
            if operator not in ("==", "!=") and not all(is_plain(part) for part in parts):
                return None
        elif operator in COMPUTED and is_plain(node) and all(is_plain(part) for part in parts):
            others = COMPUTED[operator]
        elif operator in JOINED:
            others = JOINED[operator]
        else:
            return None
        choices = "".join(f"mutant({self.mutant(node, operator, other)}) ? ({self.raw(*left)}) {other} "
                          f"({self.raw(*right)}) : " for other in others)
        return f"({choices}({self.text(parts[0])}) {operator} ({self.text(parts[1])}))"

    def other_end(self, node):
        start, end = self.place(node)
        raw = self.raw(start, end)
        for name, other in OTHER_END.items():
            if raw.startswith((name + "(", name + "<")) and is_plain(node):
                number = self.mutant(node, name, other)
                return f"(mutant({number}) ? {other}{raw[len(name):]} : {self.joined(node)})"
        return None

    def instrumented(self, unit):
        text, at = "", 0
        for child in unit.cursor.get_children():
            place = self.place(child)
            if not place or place[0] < at:
                continue
            text += self.raw(at, place[0]) + self.text(child)
            at = place[1]
        return '#include "mutation/mutant.h"\n' + text + self.raw(at, len(self.bytes))


def main():
    root, out, folders = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]), sys.argv[3:]
    mutants = []
    index = Index.create()
    flags = ["-std=c++20", f"-I{root}/include", f"-I{root}/src"]
    for path in sorted(p for folder in folders for p in (root / folder).glob("*.cpp")):
        unit = index.parse(str(path), flags)
        faults = [d.spelling for d in unit.diagnostics if d.severity >= 3]
        if faults:
            sys.exit(f"{path}: {faults[0]}")
        target = out / path.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = Source(path, root, mutants).instrumented(unit)
        if not target.exists() or target.read_text() != text:
            target.write_text(text)
    (out / "mutants.json").write_text(json.dumps(mutants, indent=0, ensure_ascii=False))
    print(f"{len(mutants)} mutants")


main()
