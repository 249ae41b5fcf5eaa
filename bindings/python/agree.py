"""Decides every line of a file of applications and prints a line for each: agree.py POLICY.tlc APPLICATIONS.jsonl"""

import json
import sys

import tiaoli

policy = tiaoli.Policy.load(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as lines:
    for line in lines:
        try:
            answer = policy.evaluate_json(line)
        except tiaoli.TiaoliError as error:
            answer = json.dumps(error.details, ensure_ascii=False, separators=(",", ":"))
        sys.stdout.buffer.write(answer.encode() + b"\n")
