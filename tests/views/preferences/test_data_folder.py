"""Where sessions are. Oracle: the XDG Base Directory Specification."""

import os
import sys

import pytest

from klscope.views.preferences.data_folder import sessions_place


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there are other folders")
def test_sessions_are_in_the_folder_of_the_data_of_the_user(qapp):
    place = os.path.join(os.environ["XDG_DATA_HOME"], qapp.organizationName(), qapp.applicationName(), "sessions")
    assert sessions_place() == place
