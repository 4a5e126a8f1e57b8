"""Reports on an activity for one's own body with a key, safely repeatable. Python 3.9, standard library only.

ENVAGIN_API=http://localhost:8080/api/v1 ENVAGIN_KEY=evi_… python3 report.py 2.2 "What was done."
"""

import json
import os
import sys
import time
import urllib.error
import urllib.request
import uuid

API = os.environ.get("ENVAGIN_API", "http://localhost:8080/api/v1")


class Problem(Exception):
    """What the API refused, with the fields it named."""

    def __init__(self, body, retry_after):
        fields = "; ".join(f"{e['name']}: {e['code']}" for e in body.get("errors", []))
        super().__init__(f"{body['status']} {body['code']} {fields} (request {body.get('requestId')})")
        self.status, self.code, self.retry_after = body["status"], body["code"], retry_after


def call(method, url, body=None, **headers):
    headers.update({"Accept": "application/json", "X-Api-Key": os.environ["ENVAGIN_KEY"]})
    raw = None
    if body is not None:
        raw, headers["Content-Type"] = json.dumps(body).encode(), "application/json"
    request = urllib.request.Request(url, raw, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        if error.headers.get_content_type() != "application/problem+json":
            raise  # a proxy, or a request that never reached the API
        raise Problem(json.load(error), int(error.headers.get("Retry-After", 0))) from None


def patiently(send, attempts=4):
    """Tries again what time may cure. Only for reads, and writes with an Idempotency-Key."""
    for attempt in range(attempts):
        try:
            return send()
        except Problem as problem:
            if problem.status not in (429, 503) or attempt == attempts - 1:
                raise
            time.sleep(problem.retry_after or 2)
        except OSError:  # the network: nobody knows whether the request arrived
            if attempt == attempts - 1:
                raise
            time.sleep(2**attempt)


def main(code, done):
    body = call("GET", f"{API}/api-clients/me")["bodyId"]

    # One page is enough here; a client that may meet more than 100 follows _links.next.
    mine = call("GET", f"{API}/activities?board={body}&limit=100")["items"]
    activity = next((a for a in mine if a["code"] == code), None)
    if activity is None or "report" not in activity["_links"]:
        sys.exit(f"{code} is not yours to report on; yours are {', '.join(a['code'] for a in mine)}")

    link, key = activity["_links"]["report"], str(uuid.uuid4())
    report = patiently(lambda: call(link["method"], link["href"], {"bodyId": body, "state": "onTrack", "done": done},
                                    **{"Idempotency-Key": key}))
    now = call("GET", activity["_links"]["self"]["href"])
    print(f"{code} {now['title']}: reported {report['asOf']} by {report['byRole']}, now {now['status']} ({now['statusReason']['sv']})")


if __name__ == "__main__":
    main(*sys.argv[1:3])
