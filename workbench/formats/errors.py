"""What can be wrong with a file that is to be read: one line each, saying what and what to do.

Readers raise these and nothing else about the file; `file` carries the name that stands in front of the line.
"""

from __future__ import annotations

from workbench.agreement.errors import WorkbenchError


class FormatError(WorkbenchError):
    """Base of everything a reader or writer of files raises on purpose."""

    code = "file.unreadable"
    message = "the file cannot be read ({reason}); check that it opens in the program it was made with"


class MissingFileError(FormatError):
    """There is no file of this name."""

    code = "file.missing"
    message = "there is no such file; check the name and the folder"


class UnreachableFileError(FormatError):
    """The file is there but the system does not let us open it."""

    code = "file.unreachable"
    message = "the system does not let this file be opened ({reason}); close it elsewhere or ask for access"


class FolderError(FormatError):
    """A folder was named where a file is wanted."""

    code = "file.folder"
    message = "it is a folder; name the files in it"


class EmptyFileError(FormatError):
    """The file holds nothing."""

    code = "file.empty"
    message = "the file is empty; choose the one that holds the text"


class BinaryFileError(FormatError):
    """The file was given as text and is something else."""

    code = "file.binary"
    message = "the file is not text; save it as .docx, .pdf or plain text and try again"


class UnknownFormatError(FormatError):
    """Neither the content nor the suffix tells a format the workbench reads."""

    code = "file.unknown-format"
    message = "the workbench does not read {suffix}; use .docx, .pdf, .txt, .html, .odt or .xml"


class DamagedFileError(FormatError):
    """The file starts like its format and does not hold together."""

    code = "file.damaged"
    message = "the file is damaged or cut short ({reason}); get a fresh copy, or open it and save it anew"


class EncryptedFileError(FormatError):
    """The file wants a password."""

    code = "file.encrypted"
    message = "the file is protected by a password; save a copy without the password and read that"


class NoTextError(FormatError):
    """The file is sound but there is no text in it (a scan)."""

    code = "file.no-text"
    message = "the file holds no text; if it is a scan, install tesseract-ocr and try again"


class TooLargeFileError(FormatError):
    """The file, or a part of it once unpacked, is larger than any agreement."""

    code = "file.too-large"
    message = "the file unpacks to more than {size}, which no agreement does; check what it is"
