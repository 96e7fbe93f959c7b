"""Reads command lines as the AWS CLI does, and checks them against AWS's own models. Sends nothing.

Lines come in as a JSON list of strings; out goes, for each, what the CLI would have sent, or what it
says instead.
"""

import contextlib
import io
import json
import shlex
import sys

from awscli import clidriver
from botocore.validate import ParamValidator

calls = []


def keep(caller, service, operation, parameters, options):
    model = driver.session.get_service_model(service).operation_model(operation)
    errors = ParamValidator().validate(parameters, model.input_shape)
    if errors.has_errors():
        raise ValueError(errors.generate_report())
    calls.append({"service": service, "operation": operation, "input": parameters, "region": options.region})
    return 0


clidriver.CLIOperationCaller.invoke = keep
driver = clidriver.create_clidriver()
answers = []
for line in json.load(sys.stdin):
    calls.clear()
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        try:
            status = driver.main(shlex.split(line)[1:])
        except SystemExit as end:
            status = end.code
    answers.append(calls[0] if status == 0 and len(calls) == 1 else {"said": said.getvalue().strip()[-500:]})
json.dump(answers, sys.stdout)
