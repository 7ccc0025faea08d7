"""How argmap scales is measured with whole commands, compared round by round, and told as it is."""

import json
import os
import platform
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from formats import dot, write
from growing import grown
from house import HOUSE
from measuring import commands, plot, report, results, rooms, rows, sites
from measuring.bench import Bench, small_maps
from measuring.costs import Cost, FailedError, environment, run, told
from measuring.peers import Peers, peers
from measuring.targets import Comparison, Target, at_most, faster

from argmap.reading import read

SVG = "{http://www.w3.org/2000/svg}"
SERIES = {"ours": [Cost(1, 9), Cost(2, 9)], "Slow 1": [Cost(8, 1), Cost(8, 1)], "Slow 2": [Cost(4, 1), Cost(6, 1)]}


def python(code, **options):
    return run([sys.executable, "-c", code], Path.cwd(), environment(), **options)


def measured(**series):
    return results.Results("a machine", ("argmap 1",), series)


def test_a_command_costs_what_its_children_cost():
    work = "sum(i * i for i in range(2_000_000))"
    alone, _ = python(work)
    started, _ = python(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}])")
    assert started.cpu > alone.cpu


def test_the_memory_of_a_small_command_is_told_even_by_a_large_runner():
    command = [sys.executable, HOUSE / "benchmarks/measuring/apart.py", sys.executable, "-c", "b'1' * 30_000_000"]
    ballast = b"1" * 200_000_000
    found = Cost(**told(command, Path.cwd(), environment()))
    assert 30e6 < found.memory < 100e6 < len(ballast)


def test_a_command_run_apart_fails_as_it_does():
    command = [sys.executable, HOUSE / "benchmarks/measuring/apart.py", sys.executable, "-c", "raise SystemExit(3)"]
    with pytest.raises(FailedError, match="status 3"):
        told(command, Path.cwd(), environment())


def test_a_command_that_fails_has_no_cost_and_says_why():
    with pytest.raises(FailedError, match=r"status 3: .*no such map"):
        python("import sys; print('no such map'); sys.exit(3)")


def test_a_command_that_takes_too_long_has_no_cost():
    with pytest.raises(FailedError, match=r"longer than 0\.2 seconds"):
        python("while True: pass", limit=0.2)


def test_ours_is_set_against_the_fastest_of_the_others():
    found = Comparison("Work", "ours", ("Slow",), faster(4)).found(SERIES)
    assert found.theirs == "Slow 2"


def test_a_ratio_is_that_of_each_round_by_cpu_time():
    assert Comparison("Work", "ours", ("Slow 1",), faster(4)).found(SERIES).values == (8, 4)
    assert Comparison("Work", "Slow 2", ("ours",), at_most(4)).found(SERIES).values == (4, 3)


@pytest.mark.parametrize(("target", "met", "missed"), [(faster(4), 4, 3.9), (at_most(1.1), 1.1, 1.11)])
def test_a_target_is_met_up_to_its_number(target, met, missed):
    assert target.met(met)
    assert not target.met(missed)


def test_what_was_not_measured_is_not_compared():
    assert Comparison("Work", "ours", ("Absent",), faster(4)).found(SERIES) is None


def test_every_target_has_its_line_whether_it_was_measured_or_not():
    told = report.summary(measured())
    targets = [line.target for row in rows.ROWS for line in row.comparisons if isinstance(line.target, Target)]
    assert told.count("not measured<br>target") == len(targets)
    assert all(f"target: {target}" in told for target in targets)


def test_a_line_tells_median_and_spread_and_both_sides():
    ours, theirs = [Cost(s, s) for s in (1, 1, 1)], [Cost(s, s) for s in (3, 4.5, 5)]
    told = report.summary(measured(**{"flat-12": {"argmap": ours, "Argdown 1.7.5": theirs}}))
    assert "**4.5 times as fast** (3.0–5.0)<br>target: at least 4 times as fast; met" in told
    assert "argmap: 1.00<br>Argdown 1.7.5: 4.50" in told


def test_a_target_that_is_missed_is_told():
    missed = {"site": {"argmap, nothing cached": [Cost(4, 4)], "without maps": [Cost(1, 1)]}}
    assert "**4.00 times**<br>target: at most 1.35 times; not met" in report.summary(measured(**missed))


def test_the_machine_is_told_by_its_kind_and_not_by_its_name():
    told = report.machine(results.begun(peers([], None)))
    assert platform.python_version() in told
    assert str(os.cpu_count()) in told
    assert str(HOUSE) not in told
    assert str(Path.home()) not in told
    assert not platform.node() or platform.node() not in told


def test_numbers_are_loaded_as_they_were_saved(tmp_path):
    one = results.Results("a machine", ("argmap 1",), {"check": {"argmap": [Cost(1.5, 2.5, 3)]}})
    one.save(tmp_path / "scale" / "measured.json")
    assert results.load(tmp_path / "scale" / "measured.json") == one


def test_what_a_failed_command_said_is_not_published(tmp_path):
    results.Results("a machine", (), {}, {"serve": "There is no /home/someone/maps"}).save(tmp_path / "measured.json")
    assert "someone" not in (tmp_path / "measured.json").read_text("utf-8")


def test_a_row_measured_again_takes_the_place_of_the_old_one():
    old, new = measured(one={"argmap": [Cost(1, 1)]}, two={"argmap": [Cost(2, 2)]}), measured(two={"argmap": []})
    assert old.updated(new).rows == {"one": old.rows["one"], "two": new.rows["two"]}


def test_a_row_that_fails_keeps_no_old_numbers():
    old = measured(one={"argmap": [Cost(1, 1)]})
    assert old.updated(results.Results(old.machine, old.programs, failed={"one": "why"})).rows == {}


def test_numbers_of_another_machine_are_not_kept():
    elsewhere = results.Results("another machine", ("argmap 1",), {"two": {"argmap": [Cost(2, 2)]}})
    assert measured(one={"argmap": [Cost(1, 1)]}).updated(elsewhere) == elsewhere


def test_the_plot_has_a_line_for_each_program_and_says_its_numbers():
    flat = {f"flat-{size}": {"argmap": [Cost(size, 0)], "dot 2": [Cost(size / 9, 0)]} for size in (12, 50)}
    drawn = ElementTree.fromstring(plot.plot(measured(**flat)))
    lines = [path for path in drawn.iter(f"{SVG}path") if "L" in path.get("d", "")]
    names = {text.text for text in drawn.iter(f"{SVG}text")}
    assert len(lines) == 2
    assert {"argmap", "dot 2", "12", "50"} <= names
    assert "argmap: 12.00 s for 12 claims, 50.00 s for 50 claims" in drawn.get("aria-label")


def test_the_plot_of_nothing_is_a_plot():
    assert ElementTree.fromstring(plot.plot(measured())).tag == f"{SVG}svg"


def test_who_is_not_installed_is_named_with_the_way_to_have_them():
    assert "Argdown and mkdocs-graphviz and dot are not here" in Peers().missing
    assert "npm install @argdown/cli@1.7.5" in Peers().missing


def test_a_row_runs_without_any_peer(tmp_path):
    script = HOUSE / "benchmarks" / "scale.py"
    command = [sys.executable, script, "--only", "flat-12", "--rounds", "1"]
    nobody = {name: value for name, value in os.environ.items() if name not in {"ARGDOWN", "MKDOCS_GRAPHVIZ"}}
    done = subprocess.run(command, cwd=tmp_path, env=nobody, capture_output=True, text=True, check=True)
    assert "| `flat-12` | argmap | 1 |" in done.stdout
    assert "| `flat-12` | the engine alone | 1 |" in done.stdout
    assert "Argdown and mkdocs-graphviz" in done.stderr


def test_a_row_that_there_is_not_is_answered_with_those_there_are(tmp_path):
    command = [sys.executable, HOUSE / "benchmarks" / "scale.py", "--only", "nothing"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "The rows are flat-12," in done.stderr


def test_every_claim_is_in_the_overview_or_in_a_branch_it_leads_to(tmp_path):
    maps = Bench(tmp_path, Peers()).one(200)
    commands.argmap_draws_branches(maps)()
    drawings = [path.read_text("utf-8") for path in (maps / "branches").rglob("*.svg")]
    assert len(drawings) > 3
    cards = {card for drawing in drawings for card in re.findall(r'<g id="c-([\w-]+)"', drawing)}
    assert cards == set(read(maps / "yml" / "map-0.yml").map.claims)


def test_an_argmap_that_draws_too_little_has_no_cost(tmp_path):
    maps = Bench(tmp_path, Peers()).many(2)
    (maps / "yml" / "map-1.yml").write_text("claims: {}\n", "utf-8")
    with pytest.raises(FailedError):
        commands.argmap_draws(maps)()


def test_the_sites_differ_in_their_maps_alone(tmp_path):
    maps = small_maps(2)
    plain = sites.plain_site(tmp_path / "plain", maps)
    ours = sites.argmap_site(tmp_path / "argmap", maps, pages=False)
    theirs = sites.dot_site(tmp_path / "dot", maps)
    bare, fenced, graphed = ((site / "docs" / "page-1.md").read_text("utf-8") for site in (plain, ours, theirs))
    assert fenced.replace("```argmap\nmap-1\n```", "") == bare
    assert graphed.replace(f"```dot\n{dot(maps[1])}```", "") == bare


def test_a_site_with_a_map_on_each_page_is_built_and_rebuilt_strictly(tmp_path):
    ours = sites.argmap_site(tmp_path / "argmap", small_maps(2), pages=False)
    assert rows.built_anew(ours).cpu > 0
    assert all("am-drawing" in page.read_text("utf-8") for page in (ours / "site").rglob("index.html"))
    before = (ours / "docs" / "maps" / "map-1.yml").read_text("utf-8")
    assert rows.rebuilt(ours, "docs/maps/map-1.yml").cpu > 0
    assert (ours / "docs" / "maps" / "map-1.yml").read_text("utf-8") != before


def test_each_room_is_measured_with_every_map(tmp_path, capsys):
    rooms.main([write(grown(size), tmp_path, f"{size}", "yml") for size in (5, 50)])
    told = json.loads(capsys.readouterr().out)
    assert list(told) == list(rows.ROOMS)
    assert all(list(found) == ["5", "50"] for found in told.values())
