"""Files of numbers in the formats that are read, made by numpy or by hand."""

import io
import json
import zipfile

import numpy as np


def npy(array: object) -> bytes:
    file = io.BytesIO()
    np.save(file, np.asarray(array))
    return file.getvalue()


def npz(compressed: bool = False, **arrays: object) -> bytes:
    file = io.BytesIO()
    (np.savez_compressed if compressed else np.savez)(file, **{key: np.asarray(one) for key, one in arrays.items()})
    return file.getvalue()


def safetensors(**tensors: tuple[str, list[int], bytes]) -> bytes:
    header, buffer = {}, b""
    for name, (dtype, shape, content) in tensors.items():
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [len(buffer), len(buffer) + len(content)]}
        buffer += content
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + buffer


def archive(**entries: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in entries.items():
            made.writestr(name, text)
    return file.getvalue()


OF_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
CALCEXT = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"


def xlsx(rows: str, **entries: str) -> bytes:
    """Return a workbook of one sheet, given its rows in XML."""
    types = "http://schemas.openxmlformats.org/package/2006"
    return archive(
        **{
            "[Content_Types].xml": f'<Types xmlns="{types}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{types}/relationships"><Relationship Id="rId1" '
            f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{OF_SHEETS}" xmlns:r="{RELATIONS}"><sheets>'
            '<sheet name="Table" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{types}/relationships">'
            f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
            f'<Relationship Id="rId3" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>',
            "xl/styles.xml": f'<styleSheet xmlns="{OF_SHEETS}"><cellXfs count="3"><xf numFmtId="0"/>'
            '<xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>',
            "xl/sharedStrings.xml": f'<sst xmlns="{OF_SHEETS}"><si><t>a</t></si><si><t>b</t></si></sst>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{OF_SHEETS}"><sheetData>{rows}</sheetData></worksheet>',
            **entries,
        }
    )


def ods(rows: str) -> bytes:
    """Return a workbook of one sheet, given its rows in XML."""
    return archive(
        mimetype="application/vnd.oasis.opendocument.spreadsheet",
        **{
            "content.xml": f'<office:document-content xmlns:office="{OASIS}office:1.0" xmlns:table="{OASIS}table:1.0" '
            f'xmlns:text="{OASIS}text:1.0" xmlns:calcext="{CALCEXT}"><office:body><office:spreadsheet>'
            f'<table:table table:name="Table">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{OASIS}manifest:1.0"/>',
        },
    )
