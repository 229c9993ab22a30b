"""The user's choices: kept, and never an obstacle."""

from __future__ import annotations

from pathlib import Path

from workbench.settings import Settings, SettingsFile, data


def test_choices_are_kept(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "deep" / "settings.json")
    assert file.load() == Settings()
    chosen = Settings(theme="dark", delegation="Latvija", initials="LV")
    file.save(chosen)
    assert SettingsFile(file.path).load() == chosen


def test_a_damaged_file_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": 7', encoding="utf-8")
    assert SettingsFile(path).load() == Settings()
    assert path.with_suffix(".damaged").exists()


def test_a_place_that_cannot_be_read_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert SettingsFile(tmp_path / "file" / "settings.json").load() == Settings()
    assert SettingsFile(tmp_path).load() == Settings()


def test_what_a_later_version_added_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "new_choice": 1}', encoding="utf-8")
    assert SettingsFile(path).load().theme == "dark"


def test_shipped_files_are_found() -> None:
    for folder in ("resources", "templates", "db"):
        assert data(folder).is_dir()


def test_a_choice_of_the_wrong_kind_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for written in ('{"zoom": "large"}', '{"theme": null}', '{"zoom": true}', "[]", "\xff"):
        path.write_bytes(written.encode("latin-1"))
        assert SettingsFile(path).load() == Settings()
        assert path.with_suffix(".damaged").exists()
        path.with_suffix(".damaged").unlink()
    path.write_text('{"library": "/somewhere/Līgumi.sqlite", "zoom": 125}', encoding="utf-8")
    assert SettingsFile(path).load() == Settings(library="/somewhere/Līgumi.sqlite", zoom=125)
