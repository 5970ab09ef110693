#!/usr/bin/env python3
"""Runs the verifier once for each list of arguments (JSON: a list of lists), in one process; prints what each run said, as JSON."""
import contextlib
import importlib.util
import io
import json
import os
import sys

sys.dont_write_bytecode = True
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tlog-verifier.py")
spec = importlib.util.spec_from_file_location("tlog_verifier", path)
verifier = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verifier)


def said(arguments):
    out, err, status = io.StringIO(), io.StringIO(), 0
    sys.argv = [path, *arguments]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            verifier.main()
        except SystemExit as ended:
            status = ended.code
    return {"status": status, "out": out.getvalue(), "err": err.getvalue()}


print(json.dumps([said(arguments) for arguments in json.loads(sys.argv[1])]))
