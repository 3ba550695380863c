"""The walk of `spacrd-viewerbench --only complete` once more in a browser: OpenSeadragon in Chromium, its tiles served by
openslide's DeepZoom, as hospitals' web viewers do it. Same machine, same slide, one after the other.

compare.py --viewerbench PROGRAM --slide FILE [--openseadragon FILE]

Prints one JSON object. Without Chromium, python3-openslide or openseadragon.min.js (taken from npm when it is not named) it says
so and ends with 77, which means skipped.
"""
import argparse
import contextlib
import http.server
import io
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading

SKIPPED = 77
HERE = pathlib.Path(__file__).parent


def skip(sentence):
    print(f"skipped: {sentence}", file=sys.stderr)
    sys.exit(SKIPPED)


def openseadragon(named, folder):
    if named:
        return pathlib.Path(named)
    if not shutil.which("npm"):
        skip("npm is not installed and --openseadragon names no file.")
    got = subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, "openseadragon"],
                         capture_output=True)
    script = pathlib.Path(folder, "node_modules/openseadragon/build/openseadragon/openseadragon.min.js")
    if got.returncode or not script.exists():
        skip("openseadragon cannot be had from npm.")
    return script


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, body, kind, code=200):
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        name = self.path.partition("?")[0].lstrip("/")
        if name in self.server.files:
            self.answer(*self.server.files[name])
        elif name.startswith("slide_files/"):
            level, _, tile = name[len("slide_files/"):].partition("/")
            column, _, row = tile.removesuffix(".jpeg").partition("_")
            picture = io.BytesIO()
            self.server.tiles.get_tile(int(level), (int(column), int(row))).save(picture, "JPEG", quality=75)
            self.answer(picture.getvalue(), "image/jpeg")
        else:
            self.answer(b"", "text/plain", 404)

    def do_POST(self):
        self.server.result = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.answer(b"", "text/plain")
        self.server.done.set()


@contextlib.contextmanager
def serving(slide, script, walk):
    import openslide
    from openslide.deepzoom import DeepZoomGenerator
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.done = threading.Event()
    server.result = None
    server.tiles = DeepZoomGenerator(openslide.OpenSlide(slide), tile_size=254, overlap=1, limit_bounds=False)
    server.files = {
        "": ((HERE / "page.html").read_bytes(), "text/html"),
        "openseadragon.js": (script.read_bytes(), "text/javascript"),
        "slide.dzi": (server.tiles.get_dzi("jpeg").encode(), "application/xml"),
        "walk.json": (json.dumps(walk).encode(), "application/json"),
    }
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def inBrowser(slide, script, walk, folder):
    with serving(slide, script, walk) as server:
        browser = subprocess.Popen(
            [shutil.which("chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1920,1200",
             f"--user-data-dir={folder}/profile", f"http://127.0.0.1:{server.server_port}/"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            if not server.done.wait(300):
                sys.exit("The browser did not finish its walk in five minutes.")
        finally:
            browser.terminate()
            browser.wait()
    if "error" in server.result:
        sys.exit(f"The browser says: {server.result['error']}")
    return server.result


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--viewerbench", required=True)
    arguments.add_argument("--slide", required=True)
    arguments.add_argument("--openseadragon")
    given = arguments.parse_args()
    if not shutil.which("chromium"):
        skip("chromium is not installed.")
    try:
        import openslide
    except ImportError:
        skip("python3-openslide is not installed.")

    with tempfile.TemporaryDirectory() as folder:
        script = openseadragon(given.openseadragon, folder)
        bench = [given.viewerbench, "--slide", given.slide]
        views = json.loads(subprocess.run(bench + ["--print-walk"], capture_output=True, check=True).stdout)
        width, height = openslide.OpenSlide(given.slide).dimensions
        ours = json.loads(subprocess.run(bench + ["--only", "complete"], capture_output=True, check=True).stdout)
        theirs = inBrowser(given.slide, script, {"width": width, "height": height, "views": views}, folder)
    browser = theirs["milliseconds"]
    print(json.dumps({
        "figure": "viewer.browser_vs_ours", "unit": "x", "value": sum(browser) / ours["detail"]["sum_ms"],
        "detail": {"ours_p50_ms": ours["value"], "ours_sum_ms": ours["detail"]["sum_ms"],
                   "browser_p50_ms": statistics.median(browser), "browser_sum_ms": sum(browser), "views": len(browser),
                   "openseadragon": theirs["version"]}}))


main()
