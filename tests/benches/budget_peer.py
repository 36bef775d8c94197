"""Does with Pillow what biaogan does: the largest scans first to 200 dpi at printed size, until all fit into a zip.

budget_peer.py FOLDER ZIP PROCESSES prints seconds, peak memory in MB, bytes of the zip.
"""

import io
import sys
import time
import zipfile
from multiprocessing import Pool
from pathlib import Path

from PIL import Image

LIMIT, OTHERS = 100_000_000, 100_000
PRINTED_INCHES = 8845 / 1440  # the width of the text in 证实性材料.docx
DPI, QUALITY = 200, 85


def reduce(path):
    with Image.open(path) as scan:
        scan.load()
        width = round(DPI * PRINTED_INCHES)
        smaller = scan.resize((width, round(scan.height * width / scan.width)), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    smaller.save(out, "JPEG", quality=QUALITY, subsampling=2)
    return path, out.getvalue()


def in_order(pool, order, processes):
    if not pool:
        yield from map(reduce, order)
        return
    step = 4 * processes
    for start in range(0, len(order), step):
        yield from pool.map(reduce, order[start : start + step], 1)


def peak(process):
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1000


def main(folder, target, processes):
    begun = time.perf_counter()
    sizes = {path: path.stat().st_size for path in sorted(Path(folder).glob("*.jpg"))}
    order = sorted(sizes, key=sizes.get, reverse=True)
    total, made = sum(sizes.values()) + OTHERS, {}
    memory = 0
    pool = Pool(processes) if processes > 1 else None
    for path, smaller in in_order(pool, order, processes):
        if total <= LIMIT:
            break
        total += len(smaller) - sizes[path]
        made[path] = smaller
    if pool:
        memory += sum(peak(worker.pid) for worker in pool._pool)
        pool.terminate()
        pool.join()
    with zipfile.ZipFile(target, "w") as package:
        for path in sizes:
            package.writestr(path.name, made.get(path) or path.read_bytes())
    seconds = time.perf_counter() - begun
    print(f"{seconds:.2f} {memory + peak('self'):.0f} {Path(target).stat().st_size}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
