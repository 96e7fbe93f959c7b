"""Reads PowerShell scripts by its grammar: read_powershell.py FILE….

Out comes a JSON list with, for each, what the grammar does not understand, and each call of the AWS CLI as
a line for a shell, with samples in the place of variables.
"""

import json
import re
import shlex
import sys

import tree_sitter
import tree_sitter_powershell

PARSER = tree_sitter.Parser(tree_sitter.Language(tree_sitter_powershell.language()))
CALLS = {"Invoke-Aws", "Find-Aws", "Send-Aws"}
JSON = {
    "tags": '[{"Key":"made-by","Value":"x"}]',
    "permissions": '[{"IpProtocol":"tcp","FromPort":1,"ToPort":1}]',
    "environment": '{"Variables":{"A":"b"}}',
}
# Within a word, and as one: the latter are long enough for an ARN.
PARTS = {"Direction": "ingress", "one": "instance", "two": "egress"}
QUOTES = "'\u2018\u2019\u201a\u201b"


def text(node):
    return node.text.decode()


def verbatim(literal):
    read, rest = "", iter(literal[1:-1])
    for character in rest:
        read += next(rest) if character in QUOTES else character
    return read


def expanded(literal):
    inner = re.sub(r"\$\(.*?\)", "x", literal[1:-1])
    inner = re.sub(r"`u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), inner)
    return re.sub(r"\$\{?(\w+)\}?", lambda name: PARTS.get(name[1], "x"), inner)


def value(node):
    if node.type == "variable":
        name = text(node)[1:]
        return JSON.get(name, f"arn:aws:iam::aws:policy/{name}")
    if node.type == "command":
        return '{"username":"x"}'
    if node.type == "string_literal":
        literal = text(node)
        return verbatim(literal) if literal.startswith("'") else expanded(literal)
    if node.child_count == 0:
        return "" if node.type in "(+)" else text(node)
    return "".join(value(child) for child in node.children)


def walk(node):
    yield node
    for child in node.children:
        yield from walk(child)


def read(source):
    tree = PARSER.parse(source)
    errors, calls = [], []
    for node in walk(tree.root_node):
        if node.type == "ERROR" or node.is_missing:
            errors.append(f"{node.type} in line {node.start_point.row + 1}: {text(node)[:80]}")
        if node.type == "command" and text(node.children[0]) in CALLS:
            elements = [part for part in node.children[1].children if part.type != "command_argument_sep"]
            if any(text(part) == "@args" for part in elements):
                continue
            words = [value(part) for part in elements]
            if text(node.children[0]) == "Send-Aws":
                words.append(words.pop(0))
            calls.append(shlex.join(["aws", *words]))
    return {"errors": errors, "calls": calls}


answers = []
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        answers.append(read(file.read()))
json.dump(answers, sys.stdout)
