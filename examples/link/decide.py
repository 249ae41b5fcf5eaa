"""Decides an application in Python: python decide.py POLICY.tlc APPLICATION.json"""

import json
import sys

import tiaoli

policy = tiaoli.Policy.load(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as file:
    application = json.load(file, parse_float=str)  # a sum never becomes a float

try:
    decision = policy.evaluate(application)
except tiaoli.TiaoliError as error:
    sys.exit(f"{error.code}: {error.message['zh']}")

total = decision["total"]
print("guaranteed", total["guaranteed"], "at most", total["maximum"])
for project in decision["projects"]:
    for claim in project["claims"]:
        print(project["project_id"], claim["clause"], claim["kind"], "needs", claim["needs"])
