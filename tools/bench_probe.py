"""One cold start, timed in a process of its own: python tools/bench_probe.py FOLDER MODULE < launch.json"""

import json
import resource
import sys
from time import perf_counter, process_time

folder, module = sys.argv[1:3]
event = json.load(sys.stdin)
sys.path[0] = folder
start = perf_counter()
handler = __import__(module).handler
imported = perf_counter() - start
response = handler(event, None)
cold = perf_counter() - start
if "reprompt" not in response["response"]:
    sys.exit(f"{module} didn't answer the launch with a question")
busy = process_time()
warm = []
for _ in range(50):
    start = perf_counter()
    handler(event, None)
    warm.append(perf_counter() - start)
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
json.dump({"import": imported, "cold": cold, "warm": sorted(warm)[25], "busy": busy, "memory": memory}, sys.stdout)
