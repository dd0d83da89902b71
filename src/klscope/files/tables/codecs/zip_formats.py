"""The formats that are zip archives, told apart by their entries."""

from __future__ import annotations

from klscope.files.tables.codecs.table import Codec, codec_of, codec_of_archive
from klscope.files.tables.codecs.zip_archives import open_archive
from klscope.files.tables.contents import DataError
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.frames import listed
from klscope.files.tables.stored_bytes import StoredBytes
from klscope.wording import gettext


def codec_of_zip(source: DataSource) -> Codec:
    """Return the format of a zip archive.

    Raises
    ------
    DataError
        It is damaged, or holds other files.
    """
    try:
        with open_archive(StoredBytes(source)) as archive:
            names = archive.namelist()
    except DataError:
        named = codec_of(source.name, b"")
        if named.refusal:
            return named
        raise
    codec = codec_of_archive(names)
    if codec is None:
        raise DataError(
            gettext("{source} is an archive of other files: {names}", source=source.name, names=listed(names))
            if names
            else gettext("{source} is an empty archive", source=source.name),
            gettext("unpack it, and open one of them") if names else "",
        )
    return codec
