import os; os.environ["QT_QPA_PLATFORM"]="offscreen"
import sys, traceback
from PySide6.QtCore import Qt, QPoint
from PySide6.QtWidgets import *
from PySide6.QtTest import QTest
app=QApplication([]); app.setStyle("Fusion")
from klscope.app import create
def hook(t,v,tb): print("EXC",t.__name__,v, traceback.extract_tb(tb)[-1])
sys.excepthook=hook
e=create(); w=e.window; w.show(); w.activateWindow(); QTest.qWait(100)
w.tabs.setCurrentIndex(1); QTest.qWait(100)
t=w.table
e.store.select((3,))
idx=t.model().index(3,1)
for wait in (0,120):
    print("--- wait",wait, e.store.comparison.n)
    t.setCurrentIndex(t.model().index(3,1)); t.edit(t.model().index(3,1)); QTest.qWait(20)
    ed=QApplication.focusWidget(); print(ed)
    ed.setFocus(); QTest.keyClicks(ed,"0.3")
    w.actions_by_name["remove"].trigger()
    if wait: QTest.qWait(wait); print("focus",QApplication.focusWidget())
    else: QTest.keyClick(ed,Qt.Key.Key_Return)
    QTest.qWait(150)
    print(e.store.comparison)
    e.store.go_to(0); QTest.qWait(100); e.store.select((3,))
# other-data: editor open for snow, another example of same n
t.edit(t.model().index(3,1)); QTest.qWait(20); ed=QApplication.focusWidget(); QTest.keyClicks(ed,"0.3"); 
e.open_example("exam-easy"); QTest.qWait(100); print("editor text after example", ed.text() if ed.isVisible() else None); QTest.keyClick(ed,Qt.Key.Key_Return); print(e.store.comparison)
