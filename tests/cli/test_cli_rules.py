"""What a project's settings make of the rules is what every command and the script's own `read` go by."""

import pytest

import argmap as package


@pytest.mark.parametrize("command", ["check", "labels"])
@pytest.mark.parametrize(
    ("setting", "status", "said"),
    [
        ("", 0, "warning[unused-claim]"),
        ("rules.unused-claim = 'error'", 1, "error[unused-claim]"),
        ("rules.unused-claim = 'note'", 0, "note[unused-claim]"),
        ("rules.unused-claim = false", 0, ""),
    ],
)
def test_a_rule_is_as_grave_as_the_settings_say(project, argmap, command, setting, status, said):
    (project / "argmap.toml").write_text(setting)
    found, _, err = argmap(command, "unused.yml")
    assert found == status
    assert said in err
    assert ("unused-claim" in err) is bool(said)


def test_a_rule_that_no_one_knows_is_told_before_any_map_is_read(project, argmap):
    (project / "argmap.toml").write_text("rules.unused-claims = false")
    assert argmap("check", "pier.yml") == (
        2,
        "pier.yml: no map; 1 error\n",
        f"{project / 'argmap.toml'}: error[unreadable]: argmap knows no rule `unused-claims` "
        "(did you mean `unused-claim`?)\n",
    )


def test_too_little_of_the_text_is_a_finding_at_its_source(project, argmap):
    (project / "report.txt").write_text(f"{(project / 'report.txt').read_text()}The council meets in spring.\n")
    (project / "argmap.toml").write_text("coverage = 66\nrules.low-coverage = 'error'")
    assert argmap("check", "pier.yml")[0] == 0
    (project / "argmap.toml").write_text("coverage = 67\nrules.low-coverage = 'error'")
    status, _, err = argmap("check", "pier.yml")
    assert status == 1
    assert (
        "pier.yml:5:3: error[low-coverage]: Of the 3 sentences of `report`, 2 are quoted or set aside, "
        "that is 66 percent; the project asks for 67."
    ) in err


def test_a_script_reads_by_the_settings_too(project):
    (project / "argmap.toml").write_text("rules.unused-claim = false")
    assert package.read("unused.yml").findings == ()


def test_what_is_kept_of_a_map_knows_nothing_of_settings(project):
    from argmap.reading import Policy, read

    cache, path = project / "cache", project / "unused.yml"
    assert len(read(path, cache=cache).findings) == 1
    assert read(path, cache=cache, policy=Policy({"unused-claim": None})).findings == ()
    assert len(read(path, cache=cache).findings) == 1
