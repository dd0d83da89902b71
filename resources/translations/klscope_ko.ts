<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>New</source>
        <translation>새로 만들기</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>New Window</source>
        <translation>새 창</translation>
    </message>
    <message>
        <source>Continue Unsaved Work</source>
        <translation>저장하지 않은 작업 이어서 하기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Revert to Saved</source>
        <translation>저장된 상태로 되돌리기</translation>
    </message>
    <message>
        <source>Properties…</source>
        <translation>속성…</translation>
    </message>
    <message>
        <source>Export Image…</source>
        <translation>이미지 내보내기…</translation>
    </message>
    <message>
        <source>Copy Image</source>
        <translation>이미지 복사</translation>
    </message>
    <message>
        <source>Export Data…</source>
        <translation>데이터 내보내기…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Edit Values…</source>
        <translation>값 편집…</translation>
    </message>
    <message>
        <source>Type a Value</source>
        <translation>값 입력</translation>
    </message>
    <message>
        <source>Rename Category</source>
        <translation>범주 이름 바꾸기</translation>
    </message>
    <message>
        <source>Select All Categories</source>
        <translation>모든 범주 선택</translation>
    </message>
    <message>
        <source>Open Data…</source>
        <translation>데이터 열기…</translation>
    </message>
    <message>
        <source>Read the Data Again</source>
        <translation>데이터 다시 읽기</translation>
    </message>
    <message>
        <source>Change How the Data Are Read…</source>
        <translation>데이터 읽는 방식 바꾸기…</translation>
    </message>
    <message>
        <source>Paste Data</source>
        <translation>데이터 붙여넣기</translation>
    </message>
    <message>
        <source>Copy Table</source>
        <translation>표 복사</translation>
    </message>
    <message>
        <source>Q ← P</source>
        <translation>Q ← P</translation>
    </message>
    <message>
        <source>P ← Q</source>
        <translation>P ← Q</translation>
    </message>
    <message>
        <source>Swap P and Q</source>
        <translation>P와 Q 맞바꾸기</translation>
    </message>
    <message>
        <source>One-Hot {side}</source>
        <translation>{side} 원-핫</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>Unlock All</source>
        <translation>모두 고정 해제</translation>
    </message>
    <message>
        <source>Add Category</source>
        <translation>범주 추가</translation>
    </message>
    <message>
        <source>Remove Category</source>
        <translation>범주 삭제</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>Move Category Left</source>
        <translation>범주를 왼쪽으로</translation>
    </message>
    <message>
        <source>Move Category Right</source>
        <translation>범주를 오른쪽으로</translation>
    </message>
    <message>
        <source>Pin This State</source>
        <translation>지금 상태에 핀 꽂기</translation>
    </message>
    <message>
        <source>Compare with No Pin</source>
        <translation>핀과 비교하지 않기</translation>
    </message>
    <message>
        <source>Remove All Pins</source>
        <translation>핀 모두 삭제</translation>
    </message>
    <message>
        <source>Add Q(i) − P(i) to Each KL Term</source>
        <translation>KL 항마다 Q(i) − P(i) 더하기</translation>
    </message>
    <message>
        <source>Show Code Lengths for H(Q,P)</source>
        <translation>부호 길이에서 P·Q 역할 바꿔 보기</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>작게</translation>
    </message>
    <message>
        <source>Actual Size</source>
        <translation>원래 크기</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>발표 모드</translation>
    </message>
    <message>
        <source>Mouse and Keyboard</source>
        <translation>마우스와 키보드</translation>
    </message>
    <message>
        <source>Opening Data</source>
        <translation>데이터 열기 안내</translation>
    </message>
    <message>
        <source>Three Things to Try</source>
        <translation>해 볼 것 세 가지</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>Next Step of the Lesson</source>
        <translation>수업의 다음 단계</translation>
    </message>
    <message>
        <source>Previous Step of the Lesson</source>
        <translation>수업의 이전 단계</translation>
    </message>
    <message>
        <source>Open Lesson…</source>
        <translation>수업 열기…</translation>
    </message>
    <message>
        <source>About klscope</source>
        <translation>klscope 정보</translation>
    </message>
    <message>
        <source>Every bar turns non-negative and the sum stays: that is why KL ≥ 0</source>
        <translation>모든 막대가 0 이상이 되고 합은 그대로입니다. 그래서 KL ≥ 0</translation>
    </message>
    <message>
        <source>As Given</source>
        <translation>주어진 순서</translation>
    </message>
    <message>
        <source>By P, the Largest First</source>
        <translation>P가 큰 순서</translation>
    </message>
    <message>
        <source>By Q, the Largest First</source>
        <translation>Q가 큰 순서</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>비트</translation>
    </message>
    <message>
        <source>Nats</source>
        <translation>내트</translation>
    </message>
    <message>
        <source>Hartleys</source>
        <translation>하틀리</translation>
    </message>
    <message>
        <source>System Theme</source>
        <translation>시스템 설정대로</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>System Language</source>
        <translation>시스템 언어</translation>
    </message>
    <message>
        <source>Undo {step}</source>
        <translation>실행 취소: {step}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo {step}</source>
        <translation>다시 실행: {step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Uniform {side}</source>
        <translation>{side} 균등 분포로</translation>
    </message>
    <message>
        <source>One-Hot {side} at {label}</source>
        <translation>{side} 원-핫: {label}</translation>
    </message>
    <message>
        <source>Random {side}</source>
        <translation>{side} 무작위로</translation>
    </message>
    <message>
        <source>Random {side} by Seed…</source>
        <translation>{side} 시드로 무작위…</translation>
    </message>
    <message>
        <source>Sharpen or Soften {side}…</source>
        <translation>{side} 뾰족하게·완만하게…</translation>
    </message>
    <message>
        <source>Smooth {side}…</source>
        <translation>{side} 평활화…</translation>
    </message>
    <message>
        <source>Reset to ‘{name}’</source>
        <translation>처음 상태로: ‘{name}’</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>처음 상태로</translation>
    </message>
    <message>
        <source>Unlock {count} Categories of {side}</source>
        <translation>{side} 범주 {count}개 고정 해제</translation>
    </message>
    <message>
        <source>Lock {count} Categories of {side}</source>
        <translation>{side} 범주 {count}개 고정</translation>
    </message>
    <message>
        <source>Unlock {side}({label})</source>
        <translation>{side}({label}) 고정 해제</translation>
    </message>
    <message>
        <source>Lock {side}({label})</source>
        <translation>{side}({label}) 고정</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>almost 0</source>
        <translation>거의 0</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Copied: a line of Python that computes it.</source>
        <translation>복사함: 이 값을 계산하는 파이썬 한 줄</translation>
    </message>
    <message>
        <source>the data you started with</source>
        <translation>처음 데이터</translation>
    </message>
    <message>
        <source>The other bars of {side} have no ratio to keep (all are 0), so they share equally.</source>
        <translation>{side}: 나머지 막대에 정해진 비율이 없어서 똑같이 나눕니다.</translation>
    </message>
</context>
<context>
    <name>BarChart</name>
    <message>
        <source>ceiling {value}</source>
        <translation>상한 {value}</translation>
    </message>
    <message>
        <source>Locked at {value}. Click to unlock (L).</source>
        <translation>고정됨: {value}. 클릭하면 고정 해제(L).</translation>
    </message>
    <message>
        <source>Click to lock the bar at {value} (L).</source>
        <translation>현재 값 {value}. 클릭하면 고정(L).</translation>
    </message>
    <message>
        <source>It cannot move: every bar is locked.</source>
        <translation>움직일 수 없습니다. 모든 막대가 고정되어 있습니다.</translation>
    </message>
    <message>
        <source>It cannot move: all the others are locked.</source>
        <translation>움직일 수 없습니다. 나머지 막대가 모두 고정되어 있습니다.</translation>
    </message>
    <message>
        <source>It cannot move: {names} are locked.</source>
        <translation>움직일 수 없습니다. 고정된 막대: {names}</translation>
    </message>
    <message>
        <source>Probability {side} of {label}</source>
        <translation>확률 {side}: {label}</translation>
    </message>
    <message>
        <source>Name of {label}</source>
        <translation>이름: {label}</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>dashed: P · arrows: the push on each logit, P − Q · hollow: after the next step</source>
        <translation>파선: P · 화살표: 로짓마다 미는 힘, P − Q · 빈 막대: 다음 스텝 뒤</translation>
    </message>
    <message>
        <source>dashed: P · arrows: the push on each logit by KL(Q‖P) · hollow: after the next step</source>
        <translation>파선: P · 화살표: 로짓마다 KL(Q‖P)가 미는 힘 · 빈 막대: 다음 스텝 뒤</translation>
    </message>
    <message>
        <source>what happens · dashed line: Q</source>
        <translation>실제 분포 · 파선: Q</translation>
    </message>
    <message>
        <source>what the model believes · dashed line: P — drag a bar, the others make room</source>
        <translation>모델 분포 · 파선: P — 막대를 끌면 나머지가 자리를 내줍니다</translation>
    </message>
    <message>
        <source>Code lengths: a block for every category</source>
        <translation>부호 길이: 범주마다 한 칸</translation>
    </message>
    <message>
        <source>Add Q(i) − P(i) to each term: every bar turns non-negative and the sum stays</source>
        <translation>항마다 Q(i) − P(i) 더하기: 모든 막대가 0 이상이 되고 합은 그대로입니다</translation>
    </message>
    <message>
        <source>Add Q − P to each term</source>
        <translation>항마다 Q − P 더하기</translation>
    </message>
    <message>
        <source>More views, shown instead of the terms</source>
        <translation>항 대신 까닭을 보여 주는 화면</translation>
    </message>
    <message>
        <source>Terms of {name}</source>
        <translation>항: {name}</translation>
    </message>
    <message>
        <source>More views</source>
        <translation>다른 화면</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>More views: {name}</source>
        <translation>다른 화면: {name}</translation>
    </message>
    <message>
        <source>per category: {formula}</source>
        <translation>범주마다: {formula}</translation>
    </message>
</context>
<context>
    <name>CodeControls</name>
    <message>
        <source>As given</source>
        <translation>주어진 순서</translation>
    </message>
    <message>
        <source>By P</source>
        <translation>P 순서</translation>
    </message>
    <message>
        <source>By Q</source>
        <translation>Q 순서</translation>
    </message>
    <message>
        <source>Order of the blocks</source>
        <translation>블록 순서</translation>
    </message>
    <message>
        <source>The order of the blocks: as given, or the most probable first</source>
        <translation>칸의 순서: 주어진 대로 또는 확률이 큰 것부터</translation>
    </message>
    <message>
        <source>Show code lengths for H(Q,P)</source>
        <translation>P와 Q 맞바꾸기</translation>
    </message>
    <message>
        <source>Show code lengths for H(Q,P): Q happens, P is believed (the reverse cross-entropy)</source>
        <translation>P·Q 역할 바꿔 보기: Q가 일어나고 P를 믿습니다(역방향 교차 엔트로피)</translation>
    </message>
</context>
<context>
    <name>CodeLengths</name>
    <message>
        <source>Heights and lines coincide: no code is shorter on average.</source>
        <translation>높이와 선이 겹칩니다. 평균이 이보다 짧은 부호는 없습니다.</translation>
    </message>
    <message>
        <source>{label} has no code made for {other}: its block has no top.</source>
        <translation>{other} 부호에 없는 범주: {label}. 그 칸은 끝없이 높습니다.</translation>
    </message>
    <message>
        <source>Look at the purple: what codes made for {other} waste while {own} happens. On a block: how much longer its code is.</source>
        <translation>보라색: {own} 대신 {other} 기준 부호를 쓴 낭비. 블록 위: 늘어난 부호 길이.</translation>
    </message>
    <message>
        <source>Purple: what codes made for {other} waste. On a block: how much longer its code is.</source>
        <translation>보라색: {other} 기준 부호의 낭비. 블록 위: 늘어난 부호 길이.</translation>
    </message>
    <message>
        <source>Look at the purple: what codes made for {other} waste.</source>
        <translation>보라색: {other} 기준 부호의 낭비.</translation>
    </message>
    <message>
        <source>under the heights: {value}</source>
        <translation>높이 아래: {value}</translation>
    </message>
    <message>
        <source>under the lines: {value}</source>
        <translation>선 아래: {value}</translation>
    </message>
    <message>
        <source>between: {value}</source>
        <translation>사이: {value}</translation>
    </message>
    <message>
        <source>width  {own}(i) = {value}</source>
        <translation>너비  {own}(i) = {value}</translation>
    </message>
    <message>
        <source>height  −log {other}(i) = {value} {unit}</source>
        <translation>높이  −log {other}(i) = {value} {unit}</translation>
    </message>
    <message>
        <source>line  −log {own}(i) = {value} {unit}</source>
        <translation>선  −log {own}(i) = {value} {unit}</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>new {number}</source>
        <translation>새 범주 {number}</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Settings ▼</source>
        <translation>설정 ▼</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>What else can be chosen in this view</source>
        <translation>이 보기에서 더 고를 수 있는 것</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Nothing was copied: {reason}.</source>
        <translation>복사하지 못했습니다: {reason}.</translation>
    </message>
    <message>
        <source>Copied: {rows} × {columns} cells, with all digits.</source>
        <translation>복사함: 행 {rows} × 열 {columns}, 모든 자리까지</translation>
    </message>
</context>
<context>
    <name>Data</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Open Data</source>
        <translation>데이터 열기</translation>
    </message>
    <message>
        <source>There is no text to read.</source>
        <translation>읽을 글이 없습니다.</translation>
    </message>
    <message>
        <source>There is no table in it.</source>
        <translation>그 안에 표가 없습니다.</translation>
    </message>
    <message>
        <source>The Data Are Not Read</source>
        <translation>데이터를 읽지 못했습니다</translation>
    </message>
    <message>
        <source>{path} has changed; F5 reads it again.</source>
        <translation>파일이 바뀌었습니다. F5를 누르면 다시 읽습니다: {path}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>바꾸기…</translation>
    </message>
    <message>
        <source>Read the data in another way</source>
        <translation>데이터를 다른 방식으로 읽기</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>읽는 중: {name}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>The document, or the one that the picture carries</source>
        <translation>문서 또는 그림에 담긴 문서</translation>
    </message>
    <message>
        <source>P and Q</source>
        <translation>P와 Q</translation>
    </message>
    <message>
        <source>Replace both; one column alone is P</source>
        <translation>둘 다 바꿉니다. 열이 하나면 P가 됩니다</translation>
    </message>
    <message>
        <source>Replace {side}; {other} stays</source>
        <translation>바꿀 것: {side}. 그대로 두는 것: {other}</translation>
    </message>
    <message>
        <source>Restore what was there before (Esc)</source>
        <translation>앞의 상태로 되돌리기 (Esc)</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>How the data are read</source>
        <translation>데이터를 읽는 방식</translation>
    </message>
    <message>
        <source>Mistakes in the data</source>
        <translation>데이터의 오류</translation>
    </message>
    <message>
        <source>The data as read</source>
        <translation>읽은 데이터</translation>
    </message>
    <message>
        <source>{count} mistakes.</source>
        <translation>오류 {count}개.</translation>
    </message>
    <message>
        <source>Q is the mean of the rows; below the charts it can be made uniform.</source>
        <translation>Q는 행의 평균입니다. 그래프 아래에서 균등 분포로 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>sum {total}</source>
        <translation>합 {total}</translation>
    </message>
    <message>
        <source>{count} rows of {n} categories:</source>
        <translation>범주가 {n}개인 행 {count}개:</translation>
    </message>
    <message>
        <source>{count} categories:</source>
        <translation>범주 {count}개:</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>온도</translation>
    </message>
    <message>
        <source>add to each count</source>
        <translation>도수마다 더할 수</translation>
    </message>
    <message>
        <source>Add up equal names</source>
        <translation>같은 이름끼리 더하기</translation>
    </message>
    <message>
        <source>Add a category for what is missing from 1</source>
        <translation>1에 모자라는 몫을 범주로 더하기</translation>
    </message>
    <message>
        <source>Leave out categories that are 0 in P and in Q</source>
        <translation>P와 Q가 모두 0인 범주 빼기</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>{number}행</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>{number}열</translation>
    </message>
    <message>
        <source>{side} is read from</source>
        <translation>{side}의 출처</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>균등</translation>
    </message>
    <message>
        <source>from {file} too</source>
        <translation>이 파일에서도: {file}</translation>
    </message>
    <message>
        <source>kept: the present Q</source>
        <translation>그대로: 지금의 Q</translation>
    </message>
    <message>
        <source>a second file…</source>
        <translation>다른 파일…</translation>
    </message>
    <message>
        <source>kept: the present {side}</source>
        <translation>그대로: 지금의 {side}</translation>
    </message>
    <message>
        <source>sums of the rows (Q: of the columns)</source>
        <translation>행의 합 (Q: 열의 합)</translation>
    </message>
    <message>
        <source>all cells (Q: as if rows and columns were independent)</source>
        <translation>모든 칸 (Q: 행과 열이 독립일 때)</translation>
    </message>
    <message>
        <source>sums of columns</source>
        <translation>열의 합</translation>
    </message>
    <message>
        <source>product of the sums</source>
        <translation>합의 곱</translation>
    </message>
    <message>
        <source>two columns or rows instead</source>
        <translation>대신 열이나 행 둘</translation>
    </message>
    <message>
        <source>as</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>numbers are</source>
        <translation>수의 종류</translation>
    </message>
    <message>
        <source>Proposed because {reason}.</source>
        <translation>제안한 까닭: {reason}.</translation>
    </message>
    <message>
        <source>What the numbers of {side} are</source>
        <translation>{side}의 수가 뜻하는 것</translation>
    </message>
    <message>
        <source>a heading</source>
        <translation>머리글</translation>
    </message>
    <message>
        <source>data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>names</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>The names of the categories are read from</source>
        <translation>범주 이름이 있는 열</translation>
    </message>
    <message>
        <source>first line is</source>
        <translation>첫 줄은</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>P and Q are</source>
        <translation>P와 Q는</translation>
    </message>
    <message>
        <source>one pair per row</source>
        <translation>행마다 한 쌍</translation>
    </message>
    <message>
        <source>two rows</source>
        <translation>두 행</translation>
    </message>
    <message>
        <source>two columns</source>
        <translation>두 열</translation>
    </message>
    <message>
        <source>a point: 0.5</source>
        <translation>점: 0.5</translation>
    </message>
    <message>
        <source>a comma: 0,5</source>
        <translation>쉼표: 0,5</translation>
    </message>
    <message>
        <source>decimals have</source>
        <translation>소수점은</translation>
    </message>
    <message>
        <source>sheet</source>
        <translation>시트</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>이름이 똑같을 때</translation>
    </message>
    <message>
        <source>without regard to case and blanks</source>
        <translation>대소문자와 빈칸 무시</translation>
    </message>
    <message>
        <source>names are matched</source>
        <translation>이름 맞추기</translation>
    </message>
    <message>
        <source>{side} from</source>
        <translation>{side}의 배열</translation>
    </message>
    <message>
        <source>by position</source>
        <translation>차례대로</translation>
    </message>
    <message>
        <source>{count} joined</source>
        <translation>짝지은 범주 {count}개</translation>
    </message>
    <message>
        <source>{count} only in P</source>
        <translation>P에만 {count}개</translation>
    </message>
    <message>
        <source>{count} only in Q</source>
        <translation>Q에만 {count}개</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>KL(P‖Q) is finite.</source>
        <translation>KL(P‖Q)는 유한합니다.</translation>
    </message>
    <message>
        <source>Match without regard to case and blanks ({count} more)</source>
        <translation>대소문자와 빈칸을 무시하고 맞추기 ({count}개 더)</translation>
    </message>
    <message>
        <source>KL(P‖Q) is ∞: Q gives ‘{name}’ and {others} more probability 0.</source>
        <translation>KL(P‖Q)는 ∞: Q에서 ‘{name}’ 등 범주의 확률이 0(더 {others}개).</translation>
    </message>
    <message>
        <source>KL(P‖Q) is ∞: Q gives ‘{name}’ probability 0.</source>
        <translation>KL(P‖Q)는 ∞: Q에서 확률이 0인 범주 ‘{name}’.</translation>
    </message>
    <message>
        <source>Only in P: {names}.</source>
        <translation>P에만 있음: {names}.</translation>
    </message>
    <message>
        <source>Only in Q: {names}.</source>
        <translation>Q에만 있음: {names}.</translation>
    </message>
    <message>
        <source>In both: {names}.</source>
        <translation>양쪽에 있음: {names}.</translation>
    </message>
</context>
<context>
    <name>DataDialog</name>
    <message>
        <source>Export Data</source>
        <translation>데이터 내보내기</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>&amp;Byte order mark, by which a spreadsheet reads every letter</source>
        <translation>바이트 순서 표시 넣기: 스프레드시트가 모든 글자를 바르게 읽습니다(&amp;B)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Number of categories</source>
        <translation>범주 수</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Put the data on the clipboard</source>
        <translation>데이터를 클립보드에 복사합니다</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>All categories, with the columns of the table</source>
        <translation>모든 범주와 표의 모든 열</translation>
    </message>
    <message>
        <source>Largest contributions</source>
        <translation>가장 큰 기여</translation>
    </message>
    <message>
        <source>The categories that add most to KL(P‖Q): P·log(P/Q) − P + Q, never negative</source>
        <translation>KL(P‖Q)에 가장 많이 더하는 범주: P·log(P/Q) − P + Q, 음수가 되지 않습니다</translation>
    </message>
</context>
<context>
    <name>DataExport</name>
    <message>
        <source>This cannot be written: {reason}.</source>
        <translation>이 데이터는 쓸 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>Save Data</source>
        <translation>데이터 저장</translation>
    </message>
    <message>
        <source>the name of a file of data ends in {suffixes}</source>
        <translation>데이터 파일의 이름은 다음으로 끝나야 합니다: {suffixes}</translation>
    </message>
    <message>
        <source>The data were not written. {reason}</source>
        <translation>데이터를 저장하지 못했습니다. {reason}</translation>
    </message>
    <message>
        <source>Saved: {name}, {rows} × {columns} cells.</source>
        <translation>저장함: {name} (행 {rows} × 열 {columns})</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>two columns are headed P and Q</source>
        <translation>두 열의 머리글이 P와 Q일 때</translation>
    </message>
    <message>
        <source>they are P and Q, and others are left out</source>
        <translation>그 두 열이 P와 Q이고 나머지 열은 쓰지 않습니다</translation>
    </message>
    <message>
        <source>one column of numbers</source>
        <translation>수가 있는 열이 하나일 때</translation>
    </message>
    <message>
        <source>P; Q is uniform</source>
        <translation>P로 읽고 Q는 균등 분포로 둡니다</translation>
    </message>
    <message>
        <source>two columns of numbers</source>
        <translation>수가 있는 열이 둘일 때</translation>
    </message>
    <message>
        <source>the first is P, the second Q</source>
        <translation>첫째가 P, 둘째가 Q입니다</translation>
    </message>
    <message>
        <source>more columns of numbers</source>
        <translation>수가 있는 열이 더 많을 때</translation>
    </message>
    <message>
        <source>the first two are proposed, and it is asked</source>
        <translation>처음 두 열을 제안하고 물어봅니다</translation>
    </message>
    <message>
        <source>two lines that begin with P and Q</source>
        <translation>두 줄이 P와 Q로 시작할 때</translation>
    </message>
    <message>
        <source>they are P and Q</source>
        <translation>그 두 줄이 P와 Q입니다</translation>
    </message>
    <message>
        <source>no cell of the first line that stands over numbers is a number</source>
        <translation>첫 줄에서 수 위에 있는 칸이 모두 수가 아닐 때</translation>
    </message>
    <message>
        <source>the first line is a heading</source>
        <translation>첫 줄을 머리글로 읽습니다</translation>
    </message>
    <message>
        <source>years stand over the numbers, and a word over the names</source>
        <translation>수 위에는 연도가, 이름 위에는 낱말이 있을 때</translation>
    </message>
    <message>
        <source>a line with one text and nothing else, above or below the table</source>
        <translation>표 위나 아래에 글 하나만 있는 줄</translation>
    </message>
    <message>
        <source>it is skipped, and said</source>
        <translation>건너뛰고 알립니다</translation>
    </message>
    <message>
        <source>a line with no number for either P or Q</source>
        <translation>P와 Q 어느 쪽에도 수가 없는 줄</translation>
    </message>
    <message>
        <source>the category is left out, and said</source>
        <translation>그 범주를 빼고 알립니다</translation>
    </message>
    <message>
        <source>the heading has a word such as logprob</source>
        <translation>머리글에 logprob 같은 말이 있음</translation>
    </message>
    <message>
        <source>the sum is 1, give or take 0.011</source>
        <translation>합이 1일 때(오차 0.011까지)</translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation>확률</translation>
    </message>
    <message>
        <source>there are percent signs</source>
        <translation>퍼센트 기호가 있을 때</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>퍼센트</translation>
    </message>
    <message>
        <source>all are whole numbers</source>
        <translation>모두 정수일 때</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>도수</translation>
    </message>
    <message>
        <source>the sum is 100, give or take 1.1</source>
        <translation>합이 100일 때(오차 1.1까지)</translation>
    </message>
    <message>
        <source>another sum of numbers from 0 up</source>
        <translation>0 이상인 수의 합이 그 밖의 값일 때</translation>
    </message>
    <message>
        <source>probabilities, divided by their sum</source>
        <translation>확률로 보고 합으로 나눕니다</translation>
    </message>
    <message>
        <source>negative numbers whose exponentials sum to 1</source>
        <translation>음수가 있고 지수의 합이 1일 때</translation>
    </message>
    <message>
        <source>log-probabilities, and it is asked</source>
        <translation>로그 확률로 제안하고 물어봅니다</translation>
    </message>
    <message>
        <source>other negative numbers</source>
        <translation>그 밖에 음수가 있을 때</translation>
    </message>
    <message>
        <source>logits, and it is asked</source>
        <translation>로짓으로 제안하고 물어봅니다</translation>
    </message>
    <message>
        <source>the heading has a word such as logit or score; score only if the sum is not 1</source>
        <translation>머리글에 logit이나 score 같은 말이 있음. score는 합이 1이 아닐 때만</translation>
    </message>
    <message>
        <source>a comma between digits that can group thousands or begin decimals; a point only between semicolons</source>
        <translation>천 단위나 소수를 나눌 수 있는, 숫자 사이의 쉼표. 마침표는 쌍반점으로 나눈 표에서만</translation>
    </message>
    <message>
        <source>the more likely is proposed, and it is asked</source>
        <translation>더 그럴듯한 쪽을 제안하고 물음</translation>
    </message>
    <message>
        <source>no column of numbers</source>
        <translation>수가 있는 열이 없을 때</translation>
    </message>
    <message>
        <source>refused, until the values are said to be samples, which are counted</source>
        <translation>읽지 않습니다. 표본이라고 고르면 셉니다</translation>
    </message>
    <message>
        <source>a name stands twice</source>
        <translation>같은 이름이 두 번 나올 때</translation>
    </message>
    <message>
        <source>refused, until equal names are to be added up</source>
        <translation>읽지 않습니다. 같은 이름끼리 더하기를 고르면 더합니다</translation>
    </message>
    <message>
        <source>two files with names</source>
        <translation>이름이 있는 파일이 둘일 때</translation>
    </message>
    <message>
        <source>joined by name, in the order of first appearance; a name in one file only is 0 in the other</source>
        <translation>처음 나온 순서대로 이름으로 맞춥니다. 한 파일에만 있는 이름은 다른 쪽에서 0입니다</translation>
    </message>
    <message>
        <source>a name that only P has</source>
        <translation>P에만 있는 이름</translation>
    </message>
    <message>
        <source>KL(P‖Q) is ∞: it is said, and nothing is applied without consent</source>
        <translation>KL(P‖Q)는 ∞입니다. 이를 알리고, 적용을 누르기 전에는 바꾸지 않습니다</translation>
    </message>
    <message>
        <source>How texts are read</source>
        <translation>글을 읽는 법</translation>
    </message>
    <message>
        <source>in the status bar: reads the data in another way</source>
        <translation>상태 표시줄에서: 데이터를 다른 방식으로 읽습니다</translation>
    </message>
    <message>
        <source>three rows or more</source>
        <translation>행이 셋 이상일 때</translation>
    </message>
    <message>
        <source>a pair for each row: a strip below the charts steps through them with ←, →, Page Up and Page Down</source>
        <translation>행마다 한 쌍: 차트 아래 띠에서 ←, →, Page Up, Page Down으로 차례로 봅니다</translation>
    </message>
    <message>
        <source>a second array with as many rows</source>
        <translation>행 수가 같은 두 번째 배열</translation>
    </message>
    <message>
        <source>row by row, its rows are Q; else Q is the mean of the rows, or uniform</source>
        <translation>같은 순서의 행이 Q입니다. 없으면 Q는 행의 평균이거나 균등 분포입니다</translation>
    </message>
    <message>
        <source>whole numbers, one for each row of Q</source>
        <translation>Q의 행마다 정수 하나</translation>
    </message>
    <message>
        <source>the class that happened in each row, from 0</source>
        <translation>각 행에서 일어난 클래스이며, 0부터 셉니다</translation>
    </message>
    <message>
        <source>what the numbers are</source>
        <translation>수의 종류</translation>
    </message>
    <message>
        <source>is decided by all rows; negative numbers are asked about</source>
        <translation>모든 행을 보고 정합니다. 음수가 있으면 묻습니다</translation>
    </message>
    <message>
        <source>a row that is no distribution</source>
        <translation>분포가 아닌 행</translation>
    </message>
    <message>
        <source>is refused when it is reached; the next step goes past it</source>
        <translation>그 행에 이르면 거절하고, 다음 걸음은 그 행을 지나갑니다</translation>
    </message>
    <message>
        <source>Where nothing is ambiguous, the data are there at once, and the status bar says how they were read. Otherwise a sentence of lists says how, and the bars show the result: Apply takes it, Esc leaves all as it was.</source>
        <translation>모호한 것이 없으면 데이터가 바로 열리고, 읽은 방식이 상태 표시줄에 나옵니다. 그렇지 않으면 읽는 방식을 목록에서 고를 수 있고 막대가 그 결과를 보여 줍니다. 적용을 누르면 받아들이고, Esc를 누르면 열기 전 그대로입니다.</translation>
    </message>
    <message>
        <source>Arrays of many rows</source>
        <translation>행이 많은 배열</translation>
    </message>
    <message>
        <source>two files, one of them without names</source>
        <translation>두 파일 중 하나에 이름이 없을 때</translation>
    </message>
    <message>
        <source>matched by position, and said</source>
        <translation>차례대로 맞추고 알립니다</translation>
    </message>
    <message>
        <source>Which columns are P and Q</source>
        <translation>어느 열이 P와 Q인지</translation>
    </message>
    <message>
        <source>What the numbers are: the first line that fits</source>
        <translation>수의 종류: 맞는 첫 줄</translation>
    </message>
    <message>
        <source>How names are joined</source>
        <translation>이름을 맞추는 방식</translation>
    </message>
    <message>
        <source>the menu File, Open Data…: one file, or that of P and that of Q</source>
        <translation>파일 메뉴의 데이터 열기…: 파일 하나, 또는 P의 파일과 Q의 파일</translation>
    </message>
    <message>
        <source>a table, from a spreadsheet, a page or a program</source>
        <translation>스프레드시트, 웹 페이지, 프로그램에서 복사한 표</translation>
    </message>
    <message>
        <source>drop</source>
        <translation>끌어 놓기</translation>
    </message>
    <message>
        <source>a file or a text, on P, on Q, or on both</source>
        <translation>파일이나 글을 P, Q 또는 둘 다에</translation>
    </message>
    <message>
        <source>reads the file again, with the same choices</source>
        <translation>같은 방식으로 파일을 다시 읽습니다</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>바꾸기…</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Every distribution is equally likely (Dirichlet(1)). One seed, one distribution.</source>
        <translation>모든 분포가 똑같이 나올 수 있습니다(디리클레(1)). 시드 하나에 분포 하나입니다.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Sharpen or Soften {side}</source>
        <translation>{side} 뾰족하게·완만하게</translation>
    </message>
    <message>
        <source>Each probability to the power 1/T, renormalised. Below 1 sharper, above 1 softer.</source>
        <translation>확률마다 1/T 제곱하고 다시 정규화합니다. 1보다 작으면 뾰족하게, 크면 완만하게 됩니다.</translation>
    </message>
    <message>
        <source>Temperature T</source>
        <translation>온도 T</translation>
    </message>
    <message>
        <source>Smooth {side}</source>
        <translation>{side} 평활화</translation>
    </message>
    <message>
        <source>(1 − λ) of {side} and λ of the uniform distribution: no bar stays at 0.</source>
        <translation>(1 − λ) × {side} + λ × 균등 분포: 0에 머무는 막대가 없습니다.</translation>
    </message>
    <message>
        <source>Amount λ</source>
        <translation>양 λ</translation>
    </message>
    <message>
        <source>Random {side}</source>
        <translation>{side} 무작위</translation>
    </message>
    <message>
        <source>Mouse and Keyboard</source>
        <translation>마우스와 키보드</translation>
    </message>
    <message>
        <source>Opening Data</source>
        <translation>데이터 열기 안내</translation>
    </message>
    <message>
        <source>About klscope</source>
        <translation>klscope 정보</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>It was not opened. {reason}</source>
        <translation>열지 못했습니다. {reason}</translation>
    </message>
    <message>
        <source>the name of a document ends in {suffix}</source>
        <translation>문서 이름의 확장자는 다음과 같아야 합니다: {suffix}</translation>
    </message>
    <message>
        <source>it is open in another window</source>
        <translation>다른 창에서 열려 있습니다</translation>
    </message>
    <message>
        <source>It was not saved. {reason}</source>
        <translation>저장하지 못했습니다. {reason}</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>저장했습니다: {name}</translation>
    </message>
    <message>
        <source>It was not read. {reason}</source>
        <translation>읽지 못했습니다. {reason}</translation>
    </message>
    <message>
        <source>This is what the file holds; Undo brings back the data before.</source>
        <translation>파일에 저장된 상태입니다. 실행 취소로 이전 데이터를 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Documents and pictures</source>
        <translation>문서와 그림</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>다른 이름으로 저장</translation>
    </message>
    <message>
        <source>klscope documents</source>
        <translation>klscope 문서</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>속성</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>제목(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>메모(&amp;N)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>아직 저장하지 않음</translation>
    </message>
    <message>
        <source>Data from</source>
        <translation>데이터 출처</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>범주 수</translation>
    </message>
    <message>
        <source>Save the changes of {name}?</source>
        <translation>변경 내용을 저장할까요? {name}</translation>
    </message>
    <message>
        <source>Without saving, they are lost.</source>
        <translation>저장하지 않으면 사라집니다.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>저장 안 함(&amp;D)</translation>
    </message>
    <message>
        <source>{name} was changed by another program.</source>
        <translation>다른 프로그램이 파일을 바꾸었습니다: {name}</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>다른 이름으로 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>덮어쓰기(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>다시 읽기(&amp;R)</translation>
    </message>
    <message>
        <source>Overwriting it loses what the other program wrote. Reloading it loses changed pins, title and notes here; the data come back with Undo.</source>
        <translation>덮어쓰면 다른 프로그램이 쓴 내용이 사라집니다. 다시 읽으면 여기서 바뀐 고정, 제목, 메모가 사라지고, 데이터는 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Return to the saved {name}?</source>
        <translation>저장된 상태로 되돌릴까요? {name}</translation>
    </message>
    <message>
        <source>Changed pins, title and notes are lost; the data come back with Undo.</source>
        <translation>바뀐 고정, 제목, 메모는 사라집니다. 데이터는 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Re&amp;vert</source>
        <translation>되돌리기(&amp;V)</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>{most} samples are the most that are drawn.</source>
        <translation>표본은 {most}개까지 뽑습니다.</translation>
    </message>
    <message>
        <source>squares: what was drawn, counts / N</source>
        <translation>네모: 뽑힌 비율, 횟수 / N</translation>
    </message>
    <message>
        <source>‘{text}’ is not a seed: type a whole number from 0 to {most}.</source>
        <translation>시드가 아닙니다: ‘{text}’. 0부터 {most} 사이의 정수를 쓰세요.</translation>
    </message>
    <message>
        <source>Evidence: samples drawn from P</source>
        <translation>증거: P에서 뽑은 표본</translation>
    </message>
    <message>
        <source>Running means of the samples</source>
        <translation>표본의 누적 평균</translation>
    </message>
    <message>
        <source>Huffman code built for Q</source>
        <translation>Q에 맞춘 허프만 부호</translation>
    </message>
    <message>
        <source>Solid: the running mean. Band: ± 2 standard errors. Dashed: what it tends to.</source>
        <translation>실선: 누적 평균. 띠: ± 표준 오차 2배. 파선: 다가가는 값.</translation>
    </message>
    <message>
        <source>Draw samples from P: believing Q, they surprise you by H(P,Q) = {target} {unit} on average.</source>
        <translation>P에서 표본을 뽑아 보세요. Q를 믿을 때 평균 정보량은 H(P,Q) = {target} {unit}.</translation>
    </message>
    <message>
        <source>Draw samples: the mean of −{log} Q(x) tends to H(P,Q) = {target} {unit}.</source>
        <translation>표본을 뽑아 보세요. −{log} Q(x) 평균이 다가가는 값: H(P,Q) = {target} {unit}.</translation>
    </message>
    <message>
        <source>{label} was drawn, and Q({label}) = 0: one such sample makes both means ∞.</source>
        <translation>뽑힌 범주: {label}. Q({label}) = 0 이므로 이런 표본 하나로 두 평균이 모두 ∞입니다.</translation>
    </message>
    <message>
        <source>{label} was drawn, and Q has 0 for it: both means are ∞.</source>
        <translation>뽑힌 범주: {label}. Q에서는 0: 두 평균이 모두 ∞입니다.</translation>
    </message>
    <message>
        <source>H(P,Q) is ∞ because of {label}, which was not drawn yet: {count} samples cannot show it.</source>
        <translation>H(P,Q) = ∞, 까닭: {label}. 아직 뽑히지 않아 표본 {count}개로는 보이지 않습니다.</translation>
    </message>
    <message>
        <source>H(P,Q) is ∞, but {label} was not drawn yet.</source>
        <translation>H(P,Q) = ∞, 그러나 아직 뽑히지 않음: {label}</translation>
    </message>
    <message>
        <source>1 sample from P: its −{log} Q(x) is {mean} {unit}; the mean tends to H(P,Q) = {target}.</source>
        <translation>P의 표본 1개: −{log} Q(x) = {mean} {unit}. 평균은 H(P,Q) = {target} 쪽으로 갑니다.</translation>
    </message>
    <message>
        <source>1 sample: −{log} Q(x) = {mean}; the mean tends to {target} {unit}.</source>
        <translation>표본 1개: −{log} Q(x) = {mean}. 평균이 다가가는 값: {target} {unit}.</translation>
    </message>
    <message>
        <source>{count} samples from P: the mean of −{log} Q(x) is {mean} {unit} (two standard errors); it tends to H(P,Q) = {target}.</source>
        <translation>P의 표본 {count}개: −{log} Q(x) 평균 {mean} {unit}(표준 오차 2배). 다가가는 값: H(P,Q) = {target}.</translation>
    </message>
    <message>
        <source>{count} samples from P: the mean of −{log} Q(x) is {mean}, tending to {target} {unit}.</source>
        <translation>P의 표본 {count}개: −{log} Q(x) 평균 {mean}, 다가가는 값 {target} {unit}.</translation>
    </message>
    <message>
        <source>{count} samples: mean −{log} Q(x) {mean}, tending to {target}.</source>
        <translation>표본 {count}개: −{log} Q(x) 평균 {mean} → {target}.</translation>
    </message>
    <message>
        <source>Press {amount} or {run}</source>
        <translation>누르세요: {amount} 또는 {run}</translation>
    </message>
    <message>
        <source>{amount} or {run}</source>
        <translation>{amount} 또는 {run}</translation>
    </message>
    <message>
        <source>The means of samples appear here.</source>
        <translation>표본의 평균이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Means appear here.</source>
        <translation>여기에 평균이 나타납니다.</translation>
    </message>
    <message>
        <source>mean {quantity}</source>
        <translation>평균 {quantity}</translation>
    </message>
    <message>
        <source>mean of {quantity}</source>
        <translation>{quantity} 평균</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… 그 밖에 {count}개</translation>
    </message>
    <message>
        <source>code, P happens</source>
        <translation>부호, 실제로 P</translation>
    </message>
    <message>
        <source>code, {count} samples</source>
        <translation>부호, 표본 {count}개</translation>
    </message>
    <message>
        <source>code, Q happens</source>
        <translation>부호, 실제로 Q</translation>
    </message>
    <message>
        <source>A Huffman code built for Q has no code word for {label}, which happens: ∞ bits per symbol.</source>
        <translation>Q에 맞춘 허프만 부호에 부호어가 없는데 일어나는 범주: {label}. 기호마다 ∞ 비트.</translation>
    </message>
    <message>
        <source>The code for Q has no code word for {label}: ∞ bits.</source>
        <translation>Q의 부호에 부호어 없음: {label}. ∞ 비트.</translation>
    </message>
    <message>
        <source>A Huffman code built for Q, in whole bits: {bits} bits per symbol when P happens; H(P,Q) = {target} bits.</source>
        <translation>Q에 맞춘 허프만 부호(정수 비트): 실제로 P일 때 기호마다 {bits} 비트. H(P,Q) = {target} 비트.</translation>
    </message>
    <message>
        <source>A Huffman code for Q takes {bits} bits per symbol; H(P,Q) = {target} bits.</source>
        <translation>Q의 허프만 부호: 기호마다 {bits} 비트. H(P,Q) = {target} 비트.</translation>
    </message>
    <message>
        <source>Huffman code for Q: {bits} bits per symbol.</source>
        <translation>Q의 허프만 부호: 기호마다 {bits} 비트.</translation>
    </message>
    <message>
        <source>Shannon: H(Q) = {least} ≤ {mean} &lt; H(Q) + 1 {sign} {bound}</source>
        <translation>섀넌: H(Q) = {least} ≤ {mean} &lt; H(Q) + 1 {sign} {bound}</translation>
    </message>
    <message>
        <source>Shannon: {least} ≤ {mean} &lt; {bound}</source>
        <translation>섀넌: {least} ≤ {mean} &lt; {bound}</translation>
    </message>
    <message>
        <source>{least} ≤ {mean} &lt; {bound}</source>
        <translation>{least} ≤ {mean} &lt; {bound}</translation>
    </message>
    <message>
        <source>no code word</source>
        <translation>부호어 없음</translation>
    </message>
    <message>
        <source>empty: 0 bits</source>
        <translation>빈 부호어: 0 비트</translation>
    </message>
    <message>
        <source>code word {word}</source>
        <translation>부호어 {word}</translation>
    </message>
    <message>
        <source>{count} bits</source>
        <translation>{count} 비트</translation>
    </message>
    <message>
        <source>−log₂ Q = {value} bits</source>
        <translation>−log₂ Q = {value} 비트</translation>
    </message>
    <message>
        <source>drawn {count} of {total} times</source>
        <translation>{total}번 가운데 {count}번 뽑힘</translation>
    </message>
    <message>
        <source>Draw one sample from P</source>
        <translation>P에서 표본 하나 뽑기</translation>
    </message>
    <message>
        <source>Draw {count} samples from P</source>
        <translation>P에서 표본 {count}개 뽑기</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Delete all samples</source>
        <translation>표본 모두 지우기</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Seed of the samples</source>
        <translation>표본의 시드</translation>
    </message>
    <message>
        <source>The same seed draws the same samples: 0 to {most}</source>
        <translation>같은 시드는 같은 표본을 뽑습니다. 범위: 0–{most}</translation>
    </message>
    <message>
        <source>Draw samples until stopped (Space in the picture)</source>
        <translation>멈출 때까지 표본 뽑기(그림에서 스페이스 키)</translation>
    </message>
    <message>
        <source>▶ Run</source>
        <translation>▶ 실행</translation>
    </message>
    <message>
        <source>■ Stop</source>
        <translation>■ 멈춤</translation>
    </message>
    <message>
        <source>Stop drawing samples</source>
        <translation>표본 뽑기 멈춤</translation>
    </message>
    <message>
        <source>Run: draw samples</source>
        <translation>실행: 표본 뽑기</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>Huffman code</source>
        <translation>허프만 부호</translation>
    </message>
    <message>
        <source>The samples coded by a Huffman code built for Q</source>
        <translation>표본을 Q에 맞춘 허프만 부호로 적은 것</translation>
    </message>
    <message>
        <source>{count} samples</source>
        <translation>표본 {count}개</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 픽셀</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>{width} × {height} cm on paper, sharp at any size</source>
        <translation>종이에서 {width} × {height} cm, 어떤 크기에서도 선명함</translation>
    </message>
    <message>
        <source>Export Image</source>
        <translation>이미지 내보내기</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>바탕</translation>
    </message>
    <message>
        <source>With its data: klscope opens the picture again</source>
        <translation>데이터 포함: klscope에서 이 그림을 다시 열 수 있습니다</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>저장(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Put the picture on the clipboard</source>
        <translation>그림을 클립보드에 넣기</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>도판</translation>
    </message>
    <message>
        <source>Charts and readouts, laid out for a page</source>
        <translation>그래프와 값 표시를 한 쪽에 배치</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>The whole window, as it is on the screen</source>
        <translation>화면에 보이는 창 전체</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>The chart of P alone</source>
        <translation>P 그래프만</translation>
    </message>
    <message>
        <source>Q</source>
        <translation>Q</translation>
    </message>
    <message>
        <source>The chart of Q alone</source>
        <translation>Q 그래프만</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>항</translation>
    </message>
    <message>
        <source>The chart of what every category adds, alone</source>
        <translation>범주마다의 몫을 그린 그래프만</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>지형</translation>
    </message>
    <message>
        <source>How KL(P‖Q) changes as Q moves, alone</source>
        <translation>Q가 움직일 때 KL(P‖Q)의 변화만</translation>
    </message>
    <message>
        <source>{dots} dots per inch</source>
        <translation>인치마다 점 {dots}개</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>슬라이드</translation>
    </message>
    <message>
        <source>Scaled to a slide of 16 : 9, {pixels} pixels wide</source>
        <translation>16 : 9 슬라이드에 맞춤, 픽셀 너비 {pixels}</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>논문 단</translation>
    </message>
    <message>
        <source>Scaled to a column of a paper, {width} mm wide</source>
        <translation>논문 한 단에 맞춤, 너비 {width} mm</translation>
    </message>
    <message>
        <source>White</source>
        <translation>흰색</translation>
    </message>
    <message>
        <source>Colours of the light theme on white</source>
        <translation>흰 바탕에 밝은 테마의 색</translation>
    </message>
    <message>
        <source>As on screen</source>
        <translation>화면대로</translation>
    </message>
    <message>
        <source>The colours and the ground of the window</source>
        <translation>창의 색과 바탕</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>투명</translation>
    </message>
    <message>
        <source>The colours of the window, and no ground</source>
        <translation>창의 색, 바탕 없음</translation>
    </message>
    <message>
        <source>{pixels} at {dots} DPI: {width} × {height} cm on paper</source>
        <translation>{pixels}, {dots} DPI: 종이에서 {width} × {height} cm</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>what happens · dashed line: Q</source>
        <translation>실제 분포 · 파선: Q</translation>
    </message>
    <message>
        <source>what the model believes · dashed line: P</source>
        <translation>모델 분포 · 파선: P</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Look &amp;in:</source>
        <translation>찾는 위치(&amp;I):</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>파일 형식(&amp;T):</translation>
    </message>
</context>
<context>
    <name>Formula</name>
    <message>
        <source>… + {count} more = {value}</source>
        <translation>… + 그 밖의 {count}개 = {value}</translation>
    </message>
    <message>
        <source>left out where P(i) = 0, for 0·log 0 = 0: {count}</source>
        <translation>P(i) = 0 이면 0·log 0 = 0 이므로 뺀 항: {count}</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>Copy ▼</source>
        <translation>복사 ▼</translation>
    </message>
    <message>
        <source>Copy {name}</source>
        <translation>복사: {name}</translation>
    </message>
    <message>
        <source>Copy as LaTeX, as Python or as plain text</source>
        <translation>LaTeX, 파이썬, 글로 복사</translation>
    </message>
    <message>
        <source>{name} with numbers</source>
        <translation>{name}, 수를 넣은 식</translation>
    </message>
    <message>
        <source>LaTeX</source>
        <translation>LaTeX</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>파이썬</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>일반 텍스트</translation>
    </message>
    <message>
        <source>Copied: {name} as {kind}.</source>
        <translation>복사함: {name}, {kind}</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>{labels} and {more} more</source>
        <translation>{labels} 외 {more}개</translation>
    </message>
    <message>
        <source>{labels}: merged, KL(P‖Q) goes from ∞ to {after_units}: Q of the group is above 0.</source>
        <translation>{labels}: 합치면 KL(P‖Q) ∞ → {after_units}. 묶음의 Q는 0보다 큽니다.</translation>
    </message>
    <message>
        <source>{labels}: merged, KL(P‖Q) stays ∞: the model gives the group probability 0 too.</source>
        <translation>{labels}: 합쳐도 KL(P‖Q) = ∞. 모델이 이 묶음에도 확률 0을 줍니다.</translation>
    </message>
    <message>
        <source>{labels}: merged, KL(P‖Q) stays ∞: the model gives {label} probability 0 too.</source>
        <translation>{labels}: 합쳐도 KL(P‖Q) = ∞. 모델이 역시 확률 0을 주는 범주: {label}</translation>
    </message>
    <message>
        <source>{labels}: merged, KL(P‖Q) stays ∞: the model gives {label} probability 0. {inside_units} is inside the group.</source>
        <translation>{labels}: 합쳐도 KL(P‖Q) = ∞. 모델이 확률 0을 주는 범주: {label}. 묶음 안의 몫: {inside_units}.</translation>
    </message>
    <message>
        <source>{labels}: merged, KL(P‖Q) stays {before_units}: none of them ever happens.</source>
        <translation>{labels}: 합쳐도 KL(P‖Q) = {before_units}. 어느 것도 일어나지 않습니다.</translation>
    </message>
    <message>
        <source>{labels}: merged, KL(P‖Q) stays {before_units}: inside the group P and Q agree.</source>
        <translation>{labels}: 합쳐도 KL(P‖Q) = {before_units}. 묶음 안에서 P와 Q가 같습니다.</translation>
    </message>
    <message>
        <source>{labels}: merged, KL(P‖Q) goes from {before_units} to 0: all of it is inside the group.</source>
        <translation>{labels}: 합치면 KL(P‖Q) {before_units} → 0. 모두 묶음 안의 몫입니다.</translation>
    </message>
    <message>
        <source>{labels}: merged, KL(P‖Q) stays {before_units}: it never rises.</source>
        <translation>{labels}: 합쳐도 KL(P‖Q) = {before_units}. 늘지 않습니다.</translation>
    </message>
    <message>
        <source>{labels}: merged, KL(P‖Q) falls from {before_units} by next to nothing, all that is inside the group.</source>
        <translation>{labels}: 합쳐도 거의 줄지 않습니다(KL(P‖Q) = {before_units}). 묶음 안의 몫이 거의 없습니다.</translation>
    </message>
    <message>
        <source>{labels}: merged, KL(P‖Q) goes from {before} to {after_units}: it never rises. {inside} is inside the group.</source>
        <translation>{labels}: 합치면 KL(P‖Q) {before} → {after_units}. 늘지 않습니다. 묶음 안의 몫: {inside}.</translation>
    </message>
    <message>
        <source>Merged: KL(P‖Q) stays ∞.</source>
        <translation>합침: KL(P‖Q)는 그대로 ∞입니다.</translation>
    </message>
    <message>
        <source>Merged: KL(P‖Q) went from ∞ to {after_units}: Q({label}) is above 0.</source>
        <translation>합침: KL(P‖Q) ∞ → {after_units}. Q({label}) &gt; 0</translation>
    </message>
    <message>
        <source>Merged: KL(P‖Q) stays {before_units}: nothing was inside the group.</source>
        <translation>합침: KL(P‖Q) = {before_units} 그대로. 묶음 안의 몫이 없었습니다.</translation>
    </message>
    <message>
        <source>Merged: KL(P‖Q) stays {before_units}.</source>
        <translation>합침: KL(P‖Q) = {before_units} 그대로.</translation>
    </message>
    <message>
        <source>Merged: KL(P‖Q) fell from {before_units} by next to nothing.</source>
        <translation>합침: 거의 줄지 않았습니다(KL(P‖Q) = {before_units}).</translation>
    </message>
    <message>
        <source>Merged: KL(P‖Q) went from {before} to {after_units}: {inside} was inside the group.</source>
        <translation>합침: KL(P‖Q) {before} → {after_units}. 묶음 안의 몫: {inside}.</translation>
    </message>
    <message>
        <source>Merge Selected Categories</source>
        <translation>선택한 범주 합치기</translation>
    </message>
    <message>
        <source>Merge {count} Selected Categories</source>
        <translation>선택한 범주 {count}개 합치기</translation>
    </message>
    <message>
        <source>Merge {count} Selected Categories: KL {before} → {after}</source>
        <translation>선택한 범주 {count}개 합치기: KL {before} → {after}</translation>
    </message>
    <message>
        <source>The selected bars of {side} have no ratio to keep (all are 0), so they rise equally.</source>
        <translation>{side}: 선택한 막대에 정해진 비율이 없어서 똑같이 올라갑니다.</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>in {unit}</source>
        <translation>단위: {unit}</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>{page} / {pages}쪽</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>예측하기</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>해 보기</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>왜 그럴까요</translation>
    </message>
    <message>
        <source>Careful</source>
        <translation>조심하기</translation>
    </message>
    <message>
        <source>My guess, from {lowest} to {highest}:</source>
        <translation>나의 예측({lowest}부터 {highest}까지):</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Where there is a line, the number is the one on your own screen.</source>
        <translation>밑줄 친 빈칸의 수는 여러분의 화면에 나온 값이에요.</translation>
    </message>
    <message>
        <source>Right:</source>
        <translation>정답:</translation>
    </message>
    <message>
        <source>Hint:</source>
        <translation>힌트:</translation>
    </message>
    <message>
        <source>When it is done:</source>
        <translation>다 하고 나면:</translation>
    </message>
</context>
<context>
    <name>IdentityBar</name>
    <message>
        <source>H(P) + KL(P‖Q) = H(P,Q), in {unit}</source>
        <translation>H(P) + KL(P‖Q) = H(P,Q), 단위: {unit}</translation>
    </message>
    <message>
        <source>H(P) + KL(P‖Q) = H(P,Q)</source>
        <translation>H(P) + KL(P‖Q) = H(P,Q)</translation>
    </message>
    <message>
        <source>log n = {value} {unit}: a uniform guess</source>
        <translation>log n = {value} {unit}: 균등하게 찍을 때</translation>
    </message>
</context>
<context>
    <name>Landscape</name>
    <message>
        <source>Drag P or Q.</source>
        <translation>P나 Q를 끌어 보세요.</translation>
    </message>
    <message>
        <source>What the landscape shows</source>
        <translation>지형에 나타낼 값</translation>
    </message>
    <message>
        <source>P and Q as points in the triangle of all distributions</source>
        <translation>모든 분포의 삼각형 위에 점으로 나타낸 P와 Q</translation>
    </message>
    <message>
        <source>Entropy with its tangent at Q, and KL over Q</source>
        <translation>Q에서 접선을 그은 엔트로피, 그리고 Q에 따른 KL</translation>
    </message>
    <message>
        <source>KL from Q through P, and over the selected bar</source>
        <translation>Q에서 P를 지나는 KL, 그리고 선택한 막대에 따른 KL</translation>
    </message>
    <message>
        <source>Space chooses a point, arrows move it; with Shift, finely</source>
        <translation>스페이스 키로 점 선택, 화살표 키로 이동, Shift와 함께 조금씩</translation>
    </message>
    <message>
        <source>KL(P‖·) as Q moves: straight towards P, or one bar at a time.</source>
        <translation>Q를 움직일 때 KL(P‖·): P 쪽으로 곧장, 또는 막대 하나씩.</translation>
    </message>
    <message>
        <source>Drag Q.</source>
        <translation>Q를 끌어 보세요.</translation>
    </message>
    <message>
        <source>from Q through P to the edge, {unit}</source>
        <translation>Q에서 P 너머 끝까지, {unit}</translation>
    </message>
    <message>
        <source>from Q through P, {unit}</source>
        <translation>Q에서 P 너머로, {unit}</translation>
    </message>
    <message>
        <source>Q is P: there is no way to go.</source>
        <translation>Q가 P와 같아서 갈 길이 없습니다.</translation>
    </message>
    <message>
        <source>start</source>
        <translation>출발</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>over Q({label}), which is locked</source>
        <translation>Q({label}) 고정됨</translation>
    </message>
    <message>
        <source>over Q({label}), the others in proportion</source>
        <translation>Q({label}) 변화, 나머지는 비례</translation>
    </message>
    <message>
        <source>over Q({label})</source>
        <translation>Q({label}) 변화</translation>
    </message>
    <message>
        <source>∞ all along: Q({label}) = 0</source>
        <translation>Q({label}) = 0: 어디서나 ∞</translation>
    </message>
    <message>
        <source>KL from P to every point: what believing it costs</source>
        <translation>P에서 모든 점까지의 KL: 그 점을 믿는 추가 비용</translation>
    </message>
    <message>
        <source>KL from every point to Q: what believing Q costs there</source>
        <translation>모든 점에서 Q까지의 KL: 거기서 Q를 믿는 추가 비용</translation>
    </message>
    <message>
        <source>JS between P and every point: never infinite</source>
        <translation>P와 모든 점 사이의 JS: 무한해지지 않습니다</translation>
    </message>
    <message>
        <source>Cross-entropy of P and every point</source>
        <translation>P와 모든 점의 교차 엔트로피</translation>
    </message>
    <message>
        <source>Entropy of every point</source>
        <translation>모든 점의 엔트로피</translation>
    </message>
    <message>
        <source>KL is 0 at P, and ∞ along the hatched edges.</source>
        <translation>KL은 P에서 0이고 빗금 친 변에서 ∞입니다.</translation>
    </message>
    <message>
        <source>∞ wherever {label} can happen, for Q({label}) = 0.</source>
        <translation>Q({label}) = 0: 그 범주가 일어날 수 있는 곳은 모두 ∞입니다.</translation>
    </message>
    <message>
        <source>Where P moves and Q stays: KL is 0 at Q, and nowhere ∞.</source>
        <translation>P가 움직이고 Q는 그대로일 때: KL은 Q에서 0이고 어디서도 ∞가 아닙니다.</translation>
    </message>
    <message>
        <source>JS takes both sides: 0 at P, at most {most} {unit}, never ∞.</source>
        <translation>JS는 양쪽을 봅니다. P에서 0, 최대 {most} {unit}, ∞는 없습니다.</translation>
    </message>
    <message>
        <source>H(P,·) is KL(P‖·) lifted by H(P): least at P, but not 0 there.</source>
        <translation>H(P,·)는 KL(P‖·)를 H(P)만큼 올린 것. P에서 최소지만 0은 아닙니다.</translation>
    </message>
    <message>
        <source>Entropy is a hill: highest in the middle, 0 at the three certainties.</source>
        <translation>엔트로피는 언덕입니다. 가운데가 가장 높고 확실한 세 꼭짓점에서 0입니다.</translation>
    </message>
    <message>
        <source>KL is how far the tangent at Q passes above the curve at P.</source>
        <translation>KL은 P에서 잰, Q의 접선과 곡선 사이의 높이입니다.</translation>
    </message>
    <message>
        <source>probability of {label}</source>
        <translation>확률: {label}</translation>
    </message>
    <message>
        <source>over every Q</source>
        <translation>모든 Q에서</translation>
    </message>
    <message>
        <source>Landscape: how KL changes as Q moves</source>
        <translation>지형: Q가 움직일 때 KL의 변화</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>Open Lesson</source>
        <translation>수업 열기</translation>
    </message>
    <message>
        <source>Lessons ({pattern})</source>
        <translation>수업 ({pattern})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Export Handout</source>
        <translation>유인물 내보내기</translation>
    </message>
    <message>
        <source>PDF documents ({pattern})</source>
        <translation>PDF 문서 ({pattern})</translation>
    </message>
    <message>
        <source>{name} has mistakes and was not opened.</source>
        <translation>{name} 파일에 고칠 곳이 있어 열지 않았습니다.</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>{line}번째 줄</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}. Nothing was changed.</source>
        <translation>{name} 파일을 읽을 수 없습니다: {reason}. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>{condition} · now {value}</source>
        <translation>{condition} · 지금 {value}</translation>
    </message>
    <message>
        <source>{condition} · now {left} and {right}</source>
        <translation>{condition} · 지금 {left}, {right}</translation>
    </message>
    <message>
        <source>{side} as it was</source>
        <translation>{side} 그대로</translation>
    </message>
    <message>
        <source>{side}({label}) as it was</source>
        <translation>{side}({label}) 그대로</translation>
    </message>
    <message>
        <source>{side}({label}) locked</source>
        <translation>{side}({label}) 고정</translation>
    </message>
    <message>
        <source>the term of {label}</source>
        <translation>‘{label}’의 항</translation>
    </message>
    <message>
        <source>the Hellinger distance</source>
        <translation>헬링거 거리</translation>
    </message>
    <message>
        <source>perplexity of P</source>
        <translation>P의 퍼플렉서티</translation>
    </message>
    <message>
        <source>perplexity of Q</source>
        <translation>Q의 퍼플렉서티</translation>
    </message>
    <message>
        <source>the largest P(i)</source>
        <translation>P의 최댓값</translation>
    </message>
    <message>
        <source>the largest Q(i)</source>
        <translation>Q의 최댓값</translation>
    </message>
    <message>
        <source>perplexity of Q on P</source>
        <translation>P에서 Q의 퍼플렉서티</translation>
    </message>
    <message>
        <source>Leave lesson</source>
        <translation>수업 나가기</translation>
    </message>
    <message>
        <source>Return to your data</source>
        <translation>하던 데이터로, 두고 온 그대로 돌아갑니다</translation>
    </message>
    <message>
        <source>More ▼</source>
        <translation>더 보기 ▼</translation>
    </message>
    <message>
        <source>Restart This Lesson</source>
        <translation>이 수업 처음부터</translation>
    </message>
    <message>
        <source>Hide Answers</source>
        <translation>답 숨기기</translation>
    </message>
    <message>
        <source>Export Handout…</source>
        <translation>유인물 내보내기…</translation>
    </message>
    <message>
        <source>A PDF; its last page has the answers, unless they are hidden</source>
        <translation>PDF 파일. 정답을 숨기지 않으면 마지막 쪽에 정답이 있습니다</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>나가기</translation>
    </message>
    <message>
        <source>{ticks} of {steps}</source>
        <translation>{ticks} / {steps}</translation>
    </message>
    <message>
        <source>{title} {ticks} of {steps} solved</source>
        <translation>{title} {steps}개 중 {ticks}개 해결</translation>
    </message>
    <message>
        <source>{title} {ticks} of {steps} steps done</source>
        <translation>{title} 단계 {ticks} / {steps} 완료</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>Each begins with a guess. Your own data wait until you leave the lesson.</source>
        <translation>모든 수업은 예상으로 시작합니다. 하던 데이터는 수업을 나올 때까지 그대로 있습니다.</translation>
    </message>
    <message>
        <source>Restore state</source>
        <translation>상태 복원</translation>
    </message>
    <message>
        <source>Restore this step&apos;s state; Ctrl+Z takes it back</source>
        <translation>이 단계의 상태로 되돌립니다. Ctrl+Z를 누르면 취소됩니다.</translation>
    </message>
    <message>
        <source>← Back</source>
        <translation>← 이전</translation>
    </message>
    <message>
        <source>The step before ({keys})</source>
        <translation>이전 단계 ({keys})</translation>
    </message>
    <message>
        <source>The next step ({keys})</source>
        <translation>다음 단계 ({keys})</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Start this challenge over</source>
        <translation>이 도전 과제를 처음부터 다시 시작합니다</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>마치기</translation>
    </message>
    <message>
        <source>Next →</source>
        <translation>다음 →</translation>
    </message>
    <message>
        <source>The step of the lesson</source>
        <translation>수업의 단계</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>Reached: {goal}</source>
        <translation>달성: {goal}</translation>
    </message>
    <message>
        <source>Goal: {goal}</source>
        <translation>목표: {goal}</translation>
    </message>
    <message>
        <source>There is no category {names} here. ‘{button}’ brings back what this step needs.</source>
        <translation>여기에 없는 범주: {names}. ‘{button}’ 단추를 누르면 이 단계에 필요한 데이터가 돌아옵니다.</translation>
    </message>
    <message>
        <source>That is my guess</source>
        <translation>이렇게 예상해요</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>나의 예상</translation>
    </message>
    <message>
        <source>✓ right, your guess</source>
        <translation>✓ 정답, 나의 예상</translation>
    </message>
    <message>
        <source>✓ right</source>
        <translation>✓ 정답</translation>
    </message>
    <message>
        <source>← your guess</source>
        <translation>← 나의 예상</translation>
    </message>
    <message>
        <source>✗ your guess</source>
        <translation>✗ 나의 예상</translation>
    </message>
    <message>
        <source>You said {guess}: exactly so.</source>
        <translation>예상 {guess}: 정확합니다.</translation>
    </message>
    <message>
        <source>You said {guess}; it is {value}. Too high by {away}.</source>
        <translation>예상 {guess}, 실제 {value}. 실제보다 {away} 높게 예상했어요.</translation>
    </message>
    <message>
        <source>You said {guess}; it is {value}. Too low by {away}.</source>
        <translation>예상 {guess}, 실제 {value}. 실제보다 {away} 낮게 예상했어요.</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>예상</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>해 보기</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>까닭</translation>
    </message>
    <message>
        <source>Careful</source>
        <translation>주의</translation>
    </message>
    <message>
        <source>Step {number} of {count}, done: {kind}</source>
        <translation>단계 {number} / {count}, 완료: {kind}</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {kind}</source>
        <translation>단계 {number} / {count}: {kind}</translation>
    </message>
    <message>
        <source>Challenge {number} of {count}, solved: {kind}</source>
        <translation>도전 과제 {count}개 중 {number}번, 해결함: {kind}</translation>
    </message>
    <message>
        <source>Challenge {number} of {count}: {kind}</source>
        <translation>도전 과제 {count}개 중 {number}번: {kind}</translation>
    </message>
    <message>
        <source>{name}: {now}, from {start} toward {target}</source>
        <translation>{name}: {now} (시작 {start}, 목표 {target})</translation>
    </message>
    <message>
        <source>{number} wanted</source>
        <translation>목표 {number}</translation>
    </message>
    <message>
        <source>1 move</source>
        <translation>조작 1회</translation>
    </message>
    <message>
        <source>{count} moves</source>
        <translation>조작 {count}회</translation>
    </message>
    <message>
        <source>{made} · best: {fewest}</source>
        <translation>{made} · 최고: {fewest}</translation>
    </message>
    <message>
        <source>The handout was not written. {reason}</source>
        <translation>유인물을 저장하지 못했습니다. {reason}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>저장함: {path}</translation>
    </message>
    <message>
        <source>← Lessons</source>
        <translation>← 수업</translation>
    </message>
    <message>
        <source>Back to the lesson ({keys})</source>
        <translation>수업으로 돌아가기 ({keys})</translation>
    </message>
    <message>
        <source>See it: {tab} →</source>
        <translation>살펴보기: {tab} →</translation>
    </message>
    <message>
        <source>Opens the tab; {keys} comes back here</source>
        <translation>탭을 엽니다. 여기로 돌아오기: {keys}</translation>
    </message>
</context>
<context>
    <name>LossControls</name>
    <message>
        <source>Log q axis</source>
        <translation>q 로그 축</translation>
    </message>
    <message>
        <source>Logarithmic axis of q</source>
        <translation>q의 로그 축</translation>
    </message>
    <message>
        <source>Log scale for q, from 0.001 to 1 (0 at the left edge)</source>
        <translation>작은 q 펼치기: 0.001부터 1까지 같은 비율로, 0은 왼쪽 끝에</translation>
    </message>
</context>
<context>
    <name>LossCurves</name>
    <message>
        <source>Why the log: three losses as one bar of Q runs from 0 to 1</source>
        <translation>왜 로그를 쓸까: Q의 막대 하나가 0에서 1까지 갈 때의 세 손실</translation>
    </message>
    <message>
        <source>{q} cannot move: all the others are locked.</source>
        <translation>{q} 움직일 수 없음: 나머지가 모두 고정되어 있습니다.</translation>
    </message>
    <message>
        <source>{q} is locked: press L to let the marker move.</source>
        <translation>{q} 고정됨: L 키를 누르면 표시가 움직입니다.</translation>
    </message>
    <message>
        <source>{label} happens and has Q = 0: the log costs ∞ wherever {q} is.</source>
        <translation>일어나는데 Q = 0: {label}. {q} 값에 관계없이 로그 손실은 ∞입니다.</translation>
    </message>
    <message>
        <source>{label} happens and has Q = 0: the log costs ∞.</source>
        <translation>일어나는데 Q = 0: {label}. 로그 손실은 ∞입니다.</translation>
    </message>
    <message>
        <source>P({label}) is 1, and all three are least there; only the log grows without end.</source>
        <translation>P({label}) = 1: 세 손실 모두 거기서 최소이고, 로그만 끝없이 커집니다.</translation>
    </message>
    <message>
        <source>P({label}) is 1; only the log grows without end.</source>
        <translation>P({label}) = 1: 로그만 끝없이 커집니다.</translation>
    </message>
    <message>
        <source>Which loss is least where Q tells the truth, at q = p?</source>
        <translation>Q가 참을 말하는 곳, 곧 q = p에서 최소가 되는 손실은 무엇일까요?</translation>
    </message>
    <message>
        <source>Drag a marker, it is {q}.</source>
        <translation>표시를 끌어 {q} 값을 바꿔 보세요.</translation>
    </message>
    <message>
        <source>Which loss is least at q = p?</source>
        <translation>q = p에서 최소인 손실은?</translation>
    </message>
    <message>
        <source>log: H(P,Q) =</source>
        <translation>로그: H(P,Q) =</translation>
    </message>
    <message>
        <source>log:</source>
        <translation>로그:</translation>
    </message>
    <message>
        <source>linear: 1 − ΣP·Q =</source>
        <translation>선형: 1 − ΣP·Q =</translation>
    </message>
    <message>
        <source>linear:</source>
        <translation>선형:</translation>
    </message>
    <message>
        <source>Brier:</source>
        <translation>브라이어:</translation>
    </message>
    <message>
        <source>slope {value}</source>
        <translation>기울기 {value}</translation>
    </message>
    <message>
        <source>∞ wherever {q} is</source>
        <translation>{q} 값에 관계없이 ∞</translation>
    </message>
    <message>
        <source>flat: any q costs the same</source>
        <translation>평평함: 어떤 q든 손실이 같음</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>평평함</translation>
    </message>
    <message>
        <source>least at q ≈ p = {p}: the others nearly stand in P&apos;s ratios</source>
        <translation>최소: q ≈ p = {p}, 나머지가 P의 비율과 거의 같음</translation>
    </message>
    <message>
        <source>least at q ≈ p = {p}</source>
        <translation>최소: q ≈ p = {p}</translation>
    </message>
    <message>
        <source>least at q = {q}, not at p = {p}</source>
        <translation>최소: q = {q}, 곧 p = {p} 아님</translation>
    </message>
    <message>
        <source>least at q = {q}, not p</source>
        <translation>최소: q = {q}, p 아님</translation>
    </message>
    <message>
        <source>least at q = {q}, not at p = {p}: the locks leave {left} to share</source>
        <translation>최소: q = {q}, 곧 p = {p} 아님. 고정된 막대 밖에 남은 몫: {left}</translation>
    </message>
    <message>
        <source>least at q = {q}, not at p = {p}: the locks hold others elsewhere</source>
        <translation>최소: q = {q}, 곧 p = {p} 아님. 다른 막대가 딴 값에 고정됨</translation>
    </message>
    <message>
        <source>least at q = {q}, not at p = {p}: the others do not stand in P&apos;s ratios</source>
        <translation>최소: q = {q}, 곧 p = {p} 아님. 나머지가 P의 비율과 다름</translation>
    </message>
    <message>
        <source>least at q = {q}</source>
        <translation>최소: q = {q}</translation>
    </message>
    <message>
        <source>least at the edge q = {q}, which is p here</source>
        <translation>최소: 끝 q = {q}, 여기서는 p와 같음</translation>
    </message>
    <message>
        <source>least at the edge q = {q}: it rewards lying</source>
        <translation>최소: 끝 q = {q}, 거짓말이 이득</translation>
    </message>
    <message>
        <source>least at q = {q}: lying</source>
        <translation>최소: q = {q}, 거짓말</translation>
    </message>
    <message>
        <source>least at q = p = {q}</source>
        <translation>최소: q = p = {q}</translation>
    </message>
    <message>
        <source>least at q = p = {q}, whatever the others are</source>
        <translation>최소: q = p = {q}, 나머지와 관계없음</translation>
    </message>
    <message>
        <source>least at q = p = {q}: the others stand in P&apos;s ratios</source>
        <translation>최소: q = p = {q}, 나머지가 P의 비율과 같음</translation>
    </message>
    <message>
        <source>log: −Σ P(i)·log Q(i)</source>
        <translation>로그: −Σ P(i)·log Q(i)</translation>
    </message>
    <message>
        <source>linear: 1 − Σ P(i)·Q(i)</source>
        <translation>선형: 1 − Σ P(i)·Q(i)</translation>
    </message>
    <message>
        <source>Brier: Σ P(i)·Σ (δ(i,j) − Q(j))², where δ(i,j) is 1 for i = j, else 0</source>
        <translation>브라이어: Σ P(i)·Σ (δ(i,j) − Q(j))², 여기서 i = j이면 δ(i,j) = 1, 아니면 0</translation>
    </message>
    <message>
        <source>costs {value}</source>
        <translation>손실 {value}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Try</source>
        <translation>해 보기</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>More measures</source>
        <translation>다른 척도</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>지형</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>패널</translation>
    </message>
    <message>
        <source>P, what happens</source>
        <translation>P, 실제 분포</translation>
    </message>
    <message>
        <source>Q, what the model believes</source>
        <translation>Q, 모델 분포</translation>
    </message>
    <message>
        <source>What the pointed category contributes</source>
        <translation>가리킨 범주의 몫</translation>
    </message>
    <message>
        <source>Notable now</source>
        <translation>눈여겨볼 점</translation>
    </message>
    <message>
        <source>What every category adds</source>
        <translation>범주마다의 몫</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>핀 꽂기</translation>
    </message>
    <message>
        <source>Example: {name} ▼</source>
        <translation>예제: {name} ▼</translation>
    </message>
    <message>
        <source>Examples ▼</source>
        <translation>예제 ▼</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>Drag a column</source>
        <translation>막대 끌기</translation>
    </message>
    <message>
        <source>its bar follows; the others share what is left, in proportion</source>
        <translation>막대가 따라오고, 나머지는 남은 몫을 비례하여 나눕니다</translation>
    </message>
    <message>
        <source>… near the dashed line</source>
        <translation>… 파선 가까이에서</translation>
    </message>
    <message>
        <source>within 4 px the bar snaps onto it exactly; hold Alt not to</source>
        <translation>4픽셀 안에서 파선에 꼭 맞게 붙습니다. Alt를 누르면 붙지 않습니다</translation>
    </message>
    <message>
        <source>… one of several selected</source>
        <translation>… 여럿을 선택한 막대</translation>
    </message>
    <message>
        <source>all of them move as one; a click selects it alone</source>
        <translation>모두 함께 움직입니다. 한 번 누르면 하나만 선택합니다</translation>
    </message>
    <message>
        <source>… held at the top edge</source>
        <translation>… 위쪽 끝에서 누른 채로</translation>
    </message>
    <message>
        <source>the axis zooms out, up to the ceiling</source>
        <translation>축이 상한까지 늘어납니다</translation>
    </message>
    <message>
        <source>Ctrl and drag</source>
        <translation>Ctrl을 누르고 끌기</translation>
    </message>
    <message>
        <source>paint across columns in one stroke</source>
        <translation>여러 막대를 한 번에 그립니다</translation>
    </message>
    <message>
        <source>Ctrl or Shift and click, Shift and drag</source>
        <translation>Ctrl 또는 Shift를 누르고 클릭, Shift를 누르고 끌기</translation>
    </message>
    <message>
        <source>select several categories</source>
        <translation>범주 여럿 선택</translation>
    </message>
    <message>
        <source>Double-click a column</source>
        <translation>막대 두 번 클릭</translation>
    </message>
    <message>
        <source>type its value: 0.3, 1/6, 30%, 2e-4</source>
        <translation>값 입력: 0.3, 1/6, 30%, 2e-4</translation>
    </message>
    <message>
        <source>Double-click a name</source>
        <translation>이름 두 번 클릭</translation>
    </message>
    <message>
        <source>open its data as P, as Q, or as both; open a document</source>
        <translation>데이터를 P, Q 또는 둘 다로 열기. 문서 열기</translation>
    </message>
    <message>
        <source>rename the category</source>
        <translation>범주 이름 바꾸기</translation>
    </message>
    <message>
        <source>Click the padlock</source>
        <translation>자물쇠 클릭</translation>
    </message>
    <message>
        <source>lock the bar where it is, or open it</source>
        <translation>막대를 그 자리에 고정하거나 해제합니다</translation>
    </message>
    <message>
        <source>Pull an ∞ down</source>
        <translation>∞ 아래로 당기기</translation>
    </message>
    <message>
        <source>raise Q from 0 until the term is finite</source>
        <translation>항이 유한해질 때까지 Q를 0에서 올립니다</translation>
    </message>
    <message>
        <source>Click a pin</source>
        <translation>핀 클릭</translation>
    </message>
    <message>
        <source>return to the state pinned there; right-click, or ▼: compare, rename, remove</source>
        <translation>핀을 꽂은 상태로 돌아갑니다. 오른쪽 클릭 또는 ▼: 비교, 이름 바꾸기, 삭제</translation>
    </message>
    <message>
        <source>Drag P or Q in the landscape</source>
        <translation>지형에서 P나 Q 끌기</translation>
    </message>
    <message>
        <source>the bars follow; within 4 px it snaps onto the other, Alt: not</source>
        <translation>막대가 따라옵니다. 4픽셀 안에서 서로 붙고, Alt를 누르면 붙지 않습니다</translation>
    </message>
    <message>
        <source>Drop a file or a text</source>
        <translation>파일이나 글 끌어 놓기</translation>
    </message>
    <message>
        <source>Right-click</source>
        <translation>오른쪽 클릭</translation>
    </message>
    <message>
        <source>the category&apos;s menu</source>
        <translation>범주의 메뉴</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>P, then Q, then the rest of the window</source>
        <translation>P, Q, 그다음 창의 나머지 차례로 이동</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>왼쪽, 오른쪽</translation>
    </message>
    <message>
        <source>choose a bar; with Shift, several</source>
        <translation>막대 선택, Shift와 함께 여럿</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>위, 아래</translation>
    </message>
    <message>
        <source>± 0.01; with Shift ± 0.001; several selected move as one</source>
        <translation>± 0.01, Shift와 함께 ± 0.001. 선택한 여럿은 함께 움직입니다</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Page Up, Page Down</translation>
    </message>
    <message>
        <source>± 0.1</source>
        <translation>± 0.1</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <source>0, and the most the bar can take</source>
        <translation>0, 막대가 가질 수 있는 최댓값</translation>
    </message>
    <message>
        <source>a digit, or Enter</source>
        <translation>숫자 또는 Enter</translation>
    </message>
    <message>
        <source>type the value in place; Esc leaves it</source>
        <translation>그 자리에서 값 입력, Esc로 취소</translation>
    </message>
    <message>
        <source>edit all values at once, unscaled; Ctrl+V there: a table</source>
        <translation>모든 값을 한꺼번에, 정규화하지 않은 채로 편집; 거기서 Ctrl+V: 표 붙여 넣기</translation>
    </message>
    <message>
        <source>paste a table, or a value for the selected bar</source>
        <translation>표나 선택한 막대의 값 붙여넣기</translation>
    </message>
    <message>
        <source>copy the table: text, HTML and CSV at once, with all digits</source>
        <translation>표 복사: 텍스트, HTML, CSV를 한꺼번에, 모든 자리까지</translation>
    </message>
    <message>
        <source>lock or open the selected bars</source>
        <translation>선택한 막대 고정 또는 해제</translation>
    </message>
    <message>
        <source>merge the selected categories: KL(P‖Q) never rises</source>
        <translation>선택한 범주 합치기: KL(P‖Q)는 늘지 않습니다</translation>
    </message>
    <message>
        <source>the previous step of a lesson, the next one</source>
        <translation>수업의 이전 단계, 다음 단계</translation>
    </message>
    <message>
        <source>Space, arrows in the landscape</source>
        <translation>지형에서 스페이스, 화살표</translation>
    </message>
    <message>
        <source>choose the other point; move it by 0.01, with Shift by 0.001</source>
        <translation>다른 점 선택, 0.01씩 이동, Shift와 함께 0.001씩</translation>
    </message>
    <message>
        <source>Left, Right, Home, End in the strip of the rows’ KL</source>
        <translation>행마다의 KL 띠에서 왼쪽, 오른쪽, Home, End</translation>
    </message>
    <message>
        <source>the rows of a table; Page Up and Page Down: 100 rows</source>
        <translation>표의 행 넘기기, Page Up과 Page Down은 100행씩</translation>
    </message>
    <message>
        <source>Enter, Esc beside opened data</source>
        <translation>연 데이터 옆에서 Enter, Esc</translation>
    </message>
    <message>
        <source>apply the reading; leave all as it was</source>
        <translation>읽은 대로 적용, 모두 그대로 두기</translation>
    </message>
    <message>
        <source>Esc during a drag</source>
        <translation>끄는 중에 Esc</translation>
    </message>
    <message>
        <source>as if nothing had been touched</source>
        <translation>손대지 않은 것처럼 되돌립니다</translation>
    </message>
    <message>
        <source>undo and redo, one gesture at a time</source>
        <translation>동작 하나씩 실행 취소와 다시 실행</translation>
    </message>
    <message>
        <source>pin this state, and compare with it from here on</source>
        <translation>지금 상태에 핀을 꽂고 이제부터 비교합니다</translation>
    </message>
    <message>
        <source>Space in training or evidence</source>
        <translation>학습이나 증거에서 스페이스</translation>
    </message>
    <message>
        <source>run and stop; Right trains one step</source>
        <translation>실행과 멈춤. 오른쪽 화살표는 한 스텝 학습</translation>
    </message>
    <message>
        <source>the lessons</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>present: the whole screen; Page Down and Page Up lead through a lesson, Esc ends it</source>
        <translation>발표 모드: 화면 전체를 씁니다. Page Down과 Page Up으로 수업을 넘기고 Esc로 마칩니다</translation>
    </message>
    <message>
        <source>a new document; open one, or the one that a picture carries</source>
        <translation>새 문서. 문서 또는 그림에 담긴 문서 열기</translation>
    </message>
    <message>
        <source>another window, with a document of its own</source>
        <translation>새 창에 다른 문서</translation>
    </message>
    <message>
        <source>open data from a file; read the file again</source>
        <translation>파일에서 데이터 열기; 파일 다시 읽기</translation>
    </message>
    <message>
        <source>save the document; save it under another name</source>
        <translation>문서 저장. 다른 이름으로 저장</translation>
    </message>
    <message>
        <source>export the numbers: CSV, JSON, LaTeX, Python …</source>
        <translation>수 내보내기: CSV, JSON, LaTeX, 파이썬 …</translation>
    </message>
    <message>
        <source>close the window; close all of them</source>
        <translation>창 닫기. 모든 창 닫기</translation>
    </message>
    <message>
        <source>everything larger, smaller, at its usual size</source>
        <translation>모두 크게, 작게, 원래 크기로</translation>
    </message>
    <message>
        <source>export a picture; copy one</source>
        <translation>그림 내보내기, 복사하기</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>마우스</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>키보드</translation>
    </message>
    <message>
        <source>klscope {version} lets you feel entropy H(P), cross-entropy H(P,Q) and Kullback–Leibler divergence KL(P‖Q): drag P and Q, and watch the three numbers and what every category adds to them.</source>
        <translation>klscope {version}: 엔트로피 H(P), 교차 엔트로피 H(P,Q), 쿨백-라이블러 발산 KL(P‖Q)를 손으로 느껴 봅니다. P와 Q를 끌면서 세 수와 범주마다의 몫을 살펴보세요.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence; typeface Pretendard under the SIL OFL.</source>
        <translation>MIT 라이선스의 자유 소프트웨어. 글꼴 Pretendard는 SIL OFL을 따릅니다.</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Order α of Rényi and Tsallis</source>
        <translation>레니와 찰리스 발산의 차수 α</translation>
    </message>
    <message>
        <source>However P and Q are dragged, the point never enters the hatched part.</source>
        <translation>P와 Q를 어떻게 끌어도 점은 빗금 친 곳에 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>order α = {order}</source>
        <translation>차수 α = {order}</translation>
    </message>
    <message>
        <source>More measures</source>
        <translation>다른 척도</translation>
    </message>
    <message>
        <source>Advanced measures</source>
        <translation>고급 척도</translation>
    </message>
    <message>
        <source>Advanced ▼</source>
        <translation>고급 ▼</translation>
    </message>
    <message>
        <source>Advanced ▶</source>
        <translation>고급 ▶</translation>
    </message>
    <message>
        <source>−Σ Q log Q, 0 to log n: average surprise if Q were true</source>
        <translation>−Σ Q log Q, 0~log n: Q가 참일 때 평균 정보량</translation>
    </message>
    <message>
        <source>−Σ Q log P, 0 to ∞: cross-entropy the other way round</source>
        <translation>−Σ Q log P, 0~∞: 방향을 바꾼 교차 엔트로피</translation>
    </message>
    <message>
        <source>Σ Q log Q/P, 0 to ∞: what believing P costs where Q is true</source>
        <translation>Σ Q log Q/P, 0~∞: Q가 참일 때 P를 믿는 추가 비용</translation>
    </message>
    <message>
        <source>mean KL to M = ½(P + Q), 0 to log 2: symmetric, never ∞</source>
        <translation>M = ½(P + Q)까지 KL의 평균, 0~log 2: 대칭이고 ∞가 없음</translation>
    </message>
    <message>
        <source>root of JS, 0 to √(log 2): a true distance, as for clustering</source>
        <translation>JS의 제곱근, 0~√(log 2): 진짜 거리, 군집 분석 등에</translation>
    </message>
    <message>
        <source>½ Σ |P − Q|, 0 to 1: the most that an event’s chances differ</source>
        <translation>½ Σ |P − Q|, 0~1: 한 사건의 확률 차이의 최댓값</translation>
    </message>
    <message>
        <source>Hellinger</source>
        <translation>헬링거</translation>
    </message>
    <message>
        <source>√(½ Σ (√P − √Q)²), 0 to 1: a distance that minds rare events</source>
        <translation>√(½ Σ (√P − √Q)²), 0~1: 드문 사건도 살피는 거리</translation>
    </message>
    <message>
        <source>perplexity of P</source>
        <translation>P의 퍼플렉서티</translation>
    </message>
    <message>
        <source>exp H(P), 1 to n: as many equal choices as P is worth</source>
        <translation>exp H(P), 1~n: P와 맞먹는 똑같은 선택지의 수</translation>
    </message>
    <message>
        <source>perplexity of Q on P</source>
        <translation>P에서 Q의 퍼플렉서티</translation>
    </message>
    <message>
        <source>exp H(P,Q), 1 to ∞: equal choices Q sees; for language models</source>
        <translation>exp H(P,Q), 1~∞: Q가 보는 선택지의 수, 언어 모델에</translation>
    </message>
    <message>
        <source>efficiency of P</source>
        <translation>P의 효율</translation>
    </message>
    <message>
        <source>H(P)/log n, 0 to 1: how near P is to uniform, for any n</source>
        <translation>H(P)/log n, 0~1: n과 관계없이 P가 균등에 가까운 정도</translation>
    </message>
    <message>
        <source>Jeffreys</source>
        <translation>제프리스</translation>
    </message>
    <message>
        <source>KL(P‖Q) + KL(Q‖P), 0 to ∞: where neither comes first; drift</source>
        <translation>KL(P‖Q) + KL(Q‖P), 0~∞: 앞뒤가 없을 때, 변화 감지에</translation>
    </message>
    <message>
        <source>Bhattacharyya</source>
        <translation>바타차리야</translation>
    </message>
    <message>
        <source>−log Σ √(P·Q), 0 to ∞: bounds the error of telling P from Q</source>
        <translation>−log Σ √(P·Q), 0~∞: P와 Q를 가리는 오류의 한계</translation>
    </message>
    <message>
        <source>Σ (P − Q)²/Q, 0 to ∞: Pearson’s test; KL ≤ log(1 + χ²)</source>
        <translation>Σ (P − Q)²/Q, 0~∞: 피어슨 검정, KL ≤ log(1 + χ²)</translation>
    </message>
    <message>
        <source>Σ (Q − P)²/P, 0 to ∞: Neyman’s; variance of weights Q/P</source>
        <translation>Σ (Q − P)²/P, 0~∞: 네이만, 가중치 Q/P의 분산</translation>
    </message>
    <message>
        <source>Rényi(P‖Q)</source>
        <translation>레니(P‖Q)</translation>
    </message>
    <message>
        <source>log(Σ P^α·Q^(1−α))/(α − 1), 0 to ∞: privacy, tail risks</source>
        <translation>log(Σ P^α·Q^(1−α))/(α − 1), 0~∞: 정보 보호, 꼬리 위험</translation>
    </message>
    <message>
        <source>Tsallis(P‖Q)</source>
        <translation>찰리스(P‖Q)</translation>
    </message>
    <message>
        <source>(Σ P^α·Q^(1−α) − 1)/(α − 1), 0 to ∞: χ² and KL in one family</source>
        <translation>(Σ P^α·Q^(1−α) − 1)/(α − 1), 0~∞: χ²와 KL을 한 식으로</translation>
    </message>
    <message>
        <source>α = 0: −log Q(P &gt; 0), and Q(P = 0): only what can happen counts.</source>
        <translation>α = 0: −log Q(P &gt; 0), 그리고 Q(P = 0). 일어날 수 있는지만 봅니다.</translation>
    </message>
    <message>
        <source>α = ½: twice Bhattacharyya, and twice Hellinger squared.</source>
        <translation>α = ½: 바타차리야의 2배, 그리고 헬링거 제곱의 2배.</translation>
    </message>
    <message>
        <source>α = 1: both are KL(P‖Q), Tsallis’s in nats.</source>
        <translation>α = 1: 둘 다 KL(P‖Q), 찰리스는 내트 단위.</translation>
    </message>
    <message>
        <source>α = 2: log(1 + χ²), and χ² itself.</source>
        <translation>α = 2: log(1 + χ²), 그리고 χ² 그대로.</translation>
    </message>
    <message>
        <source>Below 1: what P and Q share counts most; never ∞ while they share some.</source>
        <translation>1보다 작으면 P와 Q가 겹치는 곳이 중요합니다. 겹치면 ∞가 아닙니다.</translation>
    </message>
    <message>
        <source>Above 1: where P/Q is largest counts most.</source>
        <translation>1보다 크면 P/Q가 가장 큰 곳이 중요합니다.</translation>
    </message>
    <message>
        <source>Pinsker’s inequality</source>
        <translation>핀스커 부등식</translation>
    </message>
    <message>
        <source>Pinsker: 2·TV² ≤ KL(P‖Q), here {least} ≤ {divergence} nats.</source>
        <translation>핀스커: 2·TV² ≤ KL(P‖Q), 여기서 {least} ≤ {divergence} 내트.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Distribution</source>
        <translation>분포(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Clear Menu</source>
        <translation>목록 비우기</translation>
    </message>
    <message>
        <source>Open E&amp;xample</source>
        <translation>예제 열기(&amp;X)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>최근 문서 열기(&amp;R)</translation>
    </message>
    <message>
        <source>Undo &amp;History</source>
        <translation>실행 취소 기록(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Order of Code Lengths</source>
        <translation>부호 길이의 순서(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>단위(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>a picture&apos;s name ends in {suffixes}</source>
        <translation>그림 파일 이름의 끝은 {suffixes}</translation>
    </message>
    <message>
        <source>the figure</source>
        <translation>도판</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>the chart of P</source>
        <translation>P 그래프</translation>
    </message>
    <message>
        <source>the chart of Q</source>
        <translation>Q 그래프</translation>
    </message>
    <message>
        <source>the chart of terms</source>
        <translation>항 그래프</translation>
    </message>
    <message>
        <source>the landscape</source>
        <translation>지형</translation>
    </message>
    <message>
        <source>Copied: {subject}, {pixels}.</source>
        <translation>복사함: {subject}, {pixels}</translation>
    </message>
    <message>
        <source>Copied: {subject}, as {format} and as {pixels}.</source>
        <translation>복사함: {subject}, {format}, {pixels}</translation>
    </message>
    <message>
        <source>Save Image</source>
        <translation>이미지 저장</translation>
    </message>
    <message>
        <source>The picture was not written. {reason}</source>
        <translation>그림을 저장하지 못했습니다. {reason}</translation>
    </message>
    <message>
        <source>Saved: {name}, {pixels}.</source>
        <translation>저장함: {name}, {pixels}</translation>
    </message>
</context>
<context>
    <name>Pins</name>
    <message>
        <source>Rename pin {name}</source>
        <translation>핀 이름 바꾸기: {name}</translation>
    </message>
    <message>
        <source>Pin {name}, compared with the present</source>
        <translation>핀 {name}, 지금과 비교 중</translation>
    </message>
    <message>
        <source>Pin {name}</source>
        <translation>핀 {name}</translation>
    </message>
    <message>
        <source>Click: return to pin {name}. Its menu: compare, rename, remove</source>
        <translation>클릭: 핀 {name} 상태로 돌아가기. 메뉴: 비교, 이름 바꾸기, 삭제</translation>
    </message>
    <message>
        <source>{count} more ▼</source>
        <translation>그 밖에 {count}개 ▼</translation>
    </message>
    <message>
        <source>{count} more pins</source>
        <translation>그 밖의 핀 {count}개</translation>
    </message>
    <message>
        <source>Return to Pin {name}</source>
        <translation>핀 {name} 상태로 돌아가기</translation>
    </message>
    <message>
        <source>Compare with It</source>
        <translation>이 핀과 비교</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 바꾸기…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>&amp;Pins</source>
        <translation>핀(&amp;P)</translation>
    </message>
    <message>
        <source>both ∞, as in {name}</source>
        <translation>둘 다 ∞ ({name})</translation>
    </message>
    <message>
        <source>same as {name}</source>
        <translation>{name}: 같음</translation>
    </message>
    <message>
        <source>{difference} vs {name}</source>
        <translation>{name} 대비 {difference}</translation>
    </message>
    <message>
        <source>∞ here and in pin {name}: no difference can be computed.</source>
        <translation>지금도, 핀에서도 ∞ ({name}): 차이에 뜻이 없습니다.</translation>
    </message>
    <message>
        <source>The same as in pin {name}.</source>
        <translation>핀 {name} 값과 같습니다.</translation>
    </message>
    <message>
        <source>{amount} {unit} more than in pin {name}.</source>
        <translation>핀 {name} 값보다 {amount} {unit} 큽니다.</translation>
    </message>
    <message>
        <source>{amount} {unit} less than in pin {name}.</source>
        <translation>핀 {name} 값보다 {amount} {unit} 작습니다.</translation>
    </message>
    <message>
        <source>Pinned as {name}: the numbers and the dotted outlines show what changes from here.</source>
        <translation>핀 {name}: 이제부터 달라지는 것을 수와 점선 테두리로 보여 줍니다.</translation>
    </message>
    <message>
        <source>Back at pin {name}. Undo returns to where you were.</source>
        <translation>핀 {name} 상태로 돌아왔습니다. 실행 취소를 하면 방금 상태로 갑니다.</translation>
    </message>
    <message>
        <source>This is pin {name}: nothing has changed since.</source>
        <translation>핀 {name} 상태 그대로입니다. 달라진 것이 없습니다.</translation>
    </message>
    <message>
        <source>Compared with pin {name}.</source>
        <translation>핀 {name}, 비교를 시작합니다.</translation>
    </message>
    <message>
        <source>Compared with pin {name}; its categories are others, so its bars are not outlined.</source>
        <translation>핀 {name}, 비교를 시작합니다. 범주가 달라서 막대 테두리는 없습니다.</translation>
    </message>
    <message>
        <source>Pin {name} is removed.</source>
        <translation>핀 {name}, 삭제했습니다.</translation>
    </message>
    <message>
        <source>A pin needs a name.</source>
        <translation>핀에는 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>There is a pin {name} already: choose another name.</source>
        <translation>이미 있는 핀 이름입니다: {name}. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>There is room for {most} pins: remove one first.</source>
        <translation>핀은 {most}개까지입니다. 먼저 하나를 삭제하세요.</translation>
    </message>
</context>
<context>
    <name>Presenting</name>
    <message>
        <source>Page Down and Page Up lead through a lesson (Ctrl+L). Esc ends presenting.</source>
        <translation>Page Down과 Page Up으로 수업(Ctrl+L)을 넘깁니다. Esc를 누르면 발표 모드를 마칩니다.</translation>
    </message>
</context>
<context>
    <name>Readouts</name>
    <message>
        <source>average surprise, knowing P</source>
        <translation>P를 알 때 평균 정보량</translation>
    </message>
    <message>
        <source>average surprise, believing Q</source>
        <translation>Q를 믿을 때 평균 정보량</translation>
    </message>
    <message>
        <source>extra cost of believing Q</source>
        <translation>Q를 믿는 추가 비용</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>파이썬으로 복사</translation>
    </message>
    <message>
        <source>Unit of {name}</source>
        <translation>단위: {name}</translation>
    </message>
    <message>
        <source>Click for bits, nats or hartleys</source>
        <translation>클릭하여 비트, 내트, 하틀리 선택</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Unsaved changes would be lost in a crash. {reason}</source>
        <translation>예기치 않게 종료되면 저장하지 않은 변경 내용이 사라집니다. {reason}</translation>
    </message>
    <message>
        <source>A damaged backup was set aside: {path}</source>
        <translation>손상된 백업을 따로 옮겨 두었습니다: {path}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Open what was left unsaved</source>
        <translation>저장하지 않은 내용을 엽니다</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Close what came back, and delete it</source>
        <translation>복원한 내용을 닫고 삭제합니다</translation>
    </message>
    <message>
        <source>Delete what was left unsaved</source>
        <translation>저장하지 않은 내용을 삭제합니다</translation>
    </message>
    <message>
        <source>Restored: klscope ended unexpectedly.</source>
        <translation>복원했습니다. klscope가 예기치 않게 종료되었습니다.</translation>
    </message>
    <message>
        <source>{count} windows restored: klscope ended unexpectedly.</source>
        <translation>창 {count}개를 복원했습니다. klscope가 예기치 않게 종료되었습니다.</translation>
    </message>
    <message>
        <source>Unsaved data ({time})</source>
        <translation>저장하지 않은 데이터({time})</translation>
    </message>
    <message>
        <source>A damaged backup was set aside.</source>
        <translation>손상된 백업을 따로 옮겨 두었습니다.</translation>
    </message>
</context>
<context>
    <name>Remembering</name>
    <message>
        <source>What you choose is not remembered. {reason}</source>
        <translation>선택한 내용이 다음 시작까지 남지 않습니다. {reason}</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>이전 행</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>다음 행</translation>
    </message>
    <message>
        <source>Mean of the rows</source>
        <translation>행의 평균</translation>
    </message>
    <message>
        <source>Close the table; the pair stays</source>
        <translation>표 닫기(보이는 P와 Q는 남음)</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>주어진 순서</translation>
    </message>
    <message>
        <source>by KL(P‖Q)</source>
        <translation>KL(P‖Q) 순</translation>
    </message>
    <message>
        <source>Q: mean</source>
        <translation>Q: 평균</translation>
    </message>
    <message>
        <source>Q: uniform</source>
        <translation>Q: 균등</translation>
    </message>
    <message>
        <source>Order of the rows</source>
        <translation>행의 순서</translation>
    </message>
    <message>
        <source>What the rows are compared with</source>
        <translation>행과 견주는 것</translation>
    </message>
    <message>
        <source>KL(P‖Q) of all rows</source>
        <translation>모든 행의 KL(P‖Q)</translation>
    </message>
    <message>
        <source>mean of {count} rows</source>
        <translation>행 {count}개의 평균</translation>
    </message>
    <message>
        <source>row {number} of {count}</source>
        <translation>{count}개 중 {number}행</translation>
    </message>
    <message>
        <source>{number} of {count}: {name}</source>
        <translation>{count}개 중 {number}번째: {name}</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>always</source>
        <translation>항상</translation>
    </message>
    <message>
        <source>three times in four</source>
        <translation>네 번에 세 번</translation>
    </message>
    <message>
        <source>half the time</source>
        <translation>두 번에 한 번</translation>
    </message>
    <message>
        <source>a quarter of the time</source>
        <translation>네 번에 한 번</translation>
    </message>
    <message>
        <source>one time in eight</source>
        <translation>여덟 번에 한 번</translation>
    </message>
    <message>
        <source>almost never</source>
        <translation>아주 드물게</translation>
    </message>
    <message>
        <source>almost always</source>
        <translation>거의 항상</translation>
    </message>
    <message>
        <source>{percent} % of the time</source>
        <translation>{percent}% 확률로</translation>
    </message>
    <message>
        <source>Believing Q costs hardly more than knowing P.</source>
        <translation>Q를 믿어도 P를 알 때보다 거의 더 들지 않습니다.</translation>
    </message>
    <message>
        <source>Believing Q costs {times} times as much as knowing P.</source>
        <translation>Q를 믿으면 P를 알 때보다 훨씬 더 듭니다: {times} 배.</translation>
    </message>
    <message>
        <source>Believing Q costs more than a million times as much as knowing P.</source>
        <translation>Q를 믿으면 P를 알 때의 백만 배도 넘게 듭니다.</translation>
    </message>
    <message>
        <source>Nothing left to learn.</source>
        <translation>더 배울 것이 없습니다.</translation>
    </message>
    <message>
        <source>Q is worse here than guessing uniformly.</source>
        <translation>여기서 Q는 균등하게 찍는 것보다 나쁩니다.</translation>
    </message>
    <message>
        <source>P is certain: all of H(P,Q) is extra cost.</source>
        <translation>P가 확실합니다. H(P,Q) 전체가 추가 비용입니다.</translation>
    </message>
    <message>
        <source>Believing Q costs {percent} % more than knowing P.</source>
        <translation>Q를 믿으면 P를 알 때보다 {percent}% 더 듭니다.</translation>
    </message>
    <message>
        <source>{label} never happens, so it costs nothing, whatever Q believes ({q}).</source>
        <translation>{label}: 일어나지 않으므로 Q가 무엇을 믿든 비용이 없습니다({q}).</translation>
    </message>
    <message>
        <source>{p} but Q({label}) = 0: the model gives {label} probability 0. Extra cost: ∞.</source>
        <translation>{p}, 그러나 Q({label}) = 0: 모델이 이 범주에 확률 0을 줍니다. 추가 비용: ∞.</translation>
    </message>
    <message>
        <source>{label} happens {often}. Believing Q it surprises you by {believing}; knowing P, by {knowing}.</source>
        <translation>{label}: {often} 일어남. 정보량은 Q를 믿을 때 {believing}, P를 알 때 {knowing}.</translation>
    </message>
    <message>
        <source>Extra cost: {cost}</source>
        <translation>더 드는 몫: {cost}</translation>
    </message>
    <message>
        <source>Saving: {cost}</source>
        <translation>덜 드는 몫: {cost}</translation>
    </message>
    <message>
        <source>{p} but Q({label}) = 0: the model gives {label} probability 0. The finite terms sum to {rest} {unit}; JS stays finite: {js} {unit}.</source>
        <translation>{p}, 그러나 Q({label}) = 0: 모델이 이 범주에 확률 0을 줍니다. 유한한 항의 합은 {rest} {unit}. JS는 유한합니다: {js} {unit}.</translation>
    </message>
    <message>
        <source>{p} but Q({label}) = 0: the model gives {label} probability 0, and {others} more. The finite terms sum to {rest} {unit}; JS stays finite: {js} {unit}.</source>
        <translation>{p}, 그러나 Q({label}) = 0: 모델이 이 범주와 다른 {others}개에 확률 0을 줍니다. 유한한 항의 합은 {rest} {unit}. JS는 유한합니다: {js} {unit}.</translation>
    </message>
    <message>
        <source>{label} is locked: press L to open the lock.</source>
        <translation>{label}: 고정되어 있습니다. L 키로 해제하세요.</translation>
    </message>
    <message>
        <source>The selected bars hold all that is free: no other bar could give or take. Select fewer of them.</source>
        <translation>선택한 막대가 움직일 수 있는 전부라서 주고받을 막대가 없습니다. 덜 선택하세요.</translation>
    </message>
    <message>
        <source>{label} cannot change: every other bar is locked. Open a lock with L, or all with Unlock All.</source>
        <translation>{label}: 다른 막대가 모두 고정되어 바꿀 수 없습니다. L 키로 하나를, ‘모두 고정 해제’로 전부를 해제하세요.</translation>
    </message>
    <message>
        <source>{label} can be at most {ceiling}: the locked bars hold the rest.</source>
        <translation>{label}: 최대 {ceiling}. 나머지는 고정된 막대의 몫입니다.</translation>
    </message>
    <message>
        <source>A probability lies between 0 and 1.</source>
        <translation>확률은 0과 1 사이의 수입니다.</translation>
    </message>
    <message>
        <source>Every bar is locked: open one with L, or all with Unlock All.</source>
        <translation>막대가 모두 고정되어 있습니다. L 키로 하나를, ‘모두 고정 해제’로 전부를 해제하세요.</translation>
    </message>
    <message>
        <source>At least two categories must stay.</source>
        <translation>범주는 적어도 둘이 있어야 합니다.</translation>
    </message>
    <message>
        <source>Select the categories to merge: click them with Ctrl or Shift held.</source>
        <translation>합칠 범주를 선택하세요. Ctrl이나 Shift를 누르고 클릭합니다.</translation>
    </message>
    <message>
        <source>There is room for {most} categories.</source>
        <translation>범주는 {most}개까지입니다.</translation>
    </message>
    <message>
        <source>{label} would become 0: so small a probability has no number. Lock it, or change less.</source>
        <translation>{label}: 0이 됩니다. 이렇게 작은 확률은 배정밀도로 적을 수 없습니다. 고정하거나 덜 바꾸세요.</translation>
    </message>
    <message>
        <source>Locked: click the padlock or press L to unlock</source>
        <translation>고정됨: 자물쇠를 클릭하거나 L을 누르면 고정 해제</translation>
    </message>
    <message>
        <source>All the others are locked</source>
        <translation>나머지 막대가 모두 고정됨</translation>
    </message>
    <message>
        <source>At most {ceiling}: the locked bars hold the rest</source>
        <translation>최대 {ceiling}: 나머지는 고정된 막대의 몫</translation>
    </message>
    <message>
        <source>Every bar is locked</source>
        <translation>모든 막대가 고정됨</translation>
    </message>
    <message>
        <source>The locked bars of {side} stay: the others share {mass}.</source>
        <translation>{side}: 고정된 막대는 그대로, 나머지가 나누는 몫 {mass}.</translation>
    </message>
    <message>
        <source>H(P,Q) stays {value}: this pair costs the same both ways.</source>
        <translation>H(P,Q) = {value} 그대로: 이 쌍은 어느 방향이든 비용이 같습니다.</translation>
    </message>
    <message>
        <source>H(P,Q) is almost 0 both ways.</source>
        <translation>H(P,Q)는 어느 쪽이든 거의 0입니다.</translation>
    </message>
    <message>
        <source>H(P,Q) changed from {before} to {after}. Order matters.</source>
        <translation>H(P,Q): {before} → {after}. 순서가 중요합니다.</translation>
    </message>
</context>
<context>
    <name>Sizes</name>
    <message>
        <source>Size: {percent} %</source>
        <translation>크기: {percent}%</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Drag {side}: {label}</source>
        <translation>{side} 끌기: {label}</translation>
    </message>
    <message>
        <source>Move {side}: {label}</source>
        <translation>{side} 옮기기: {label}</translation>
    </message>
    <message>
        <source>Set {side}: {label} = {value}</source>
        <translation>{side} 값 입력: {label} = {value}</translation>
    </message>
    <message>
        <source>Move {side}: {label} and {others} more</source>
        <translation>{side} 옮기기: {label} 외 {others}개</translation>
    </message>
    <message>
        <source>Drag {side}: {label} and {others} more</source>
        <translation>{side} 끌기: {label} 외 {others}개</translation>
    </message>
    <message>
        <source>Paint {side}</source>
        <translation>{side} 그리기</translation>
    </message>
    <message>
        <source>Move {side} in the landscape</source>
        <translation>지형에서 {side} 옮기기</translation>
    </message>
    <message>
        <source>Drag {side} in the landscape</source>
        <translation>지형에서 {side} 끌기</translation>
    </message>
    <message>
        <source>Swap P and Q</source>
        <translation>P와 Q 맞바꾸기</translation>
    </message>
    <message>
        <source>Uniform {side}</source>
        <translation>{side} 균등 분포로</translation>
    </message>
    <message>
        <source>One-Hot {side}: {label}</source>
        <translation>{side} 원-핫: {label}</translation>
    </message>
    <message>
        <source>Random {side}, seed {seed}</source>
        <translation>{side} 무작위로, 시드 {seed}</translation>
    </message>
    <message>
        <source>Sharpen {side}, T = {value}</source>
        <translation>{side} 뾰족하게, T = {value}</translation>
    </message>
    <message>
        <source>Soften {side}, T = {value}</source>
        <translation>{side} 완만하게, T = {value}</translation>
    </message>
    <message>
        <source>Smooth {side}, λ = {value}</source>
        <translation>{side} 평활화, λ = {value}</translation>
    </message>
    <message>
        <source>Train Q: 1 step</source>
        <translation>Q 학습: 1스텝</translation>
    </message>
    <message>
        <source>Train Q: {steps} steps</source>
        <translation>Q 학습: {steps}스텝</translation>
    </message>
    <message>
        <source>Restart training</source>
        <translation>학습 다시 시작</translation>
    </message>
    <message>
        <source>Edit values</source>
        <translation>값 편집</translation>
    </message>
    <message>
        <source>Rename {old} to {new}</source>
        <translation>이름 바꾸기: {old} → {new}</translation>
    </message>
    <message>
        <source>Lock {side}: {label}</source>
        <translation>{side} 고정: {label}</translation>
    </message>
    <message>
        <source>Unlock {side}: {label}</source>
        <translation>{side} 고정 해제: {label}</translation>
    </message>
    <message>
        <source>Unlock all</source>
        <translation>모두 고정 해제</translation>
    </message>
    <message>
        <source>Add {label}</source>
        <translation>추가: {label}</translation>
    </message>
    <message>
        <source>Remove {label}</source>
        <translation>삭제: {label}</translation>
    </message>
    <message>
        <source>Merge {label}</source>
        <translation>합치기: {label}</translation>
    </message>
    <message>
        <source>Move {label}</source>
        <translation>옮기기: {label}</translation>
    </message>
    <message>
        <source>Open ‘{name}’</source>
        <translation>열기: ‘{name}’</translation>
    </message>
    <message>
        <source>Reset to ‘{name}’</source>
        <translation>처음 상태로: ‘{name}’</translation>
    </message>
    <message>
        <source>Return to pin {name}</source>
        <translation>핀 {name} 상태로</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Categories</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>category</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>KL term</source>
        <translation>KL 항</translation>
    </message>
    <message>
        <source>H(P,Q) term</source>
        <translation>H(P,Q) 항</translation>
    </message>
    <message>
        <source>H(P) term</source>
        <translation>H(P) 항</translation>
    </message>
    <message>
        <source>code for Q</source>
        <translation>Q의 부호</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Training: how the losses fall</source>
        <translation>학습: 손실이 줄어드는 모습</translation>
    </message>
    <message>
        <source>At rest: the next steps would change nothing you could see. Play goes on.</source>
        <translation>멈춘 상태: 다음 스텝들이 바꾸는 것은 눈에 보이지 않습니다. 재생하면 이어 갑니다.</translation>
    </message>
    <message>
        <source>The step is too large: the loss went up once.</source>
        <translation>스텝이 너무 큽니다. 손실이 한 번 늘었습니다.</translation>
    </message>
    <message>
        <source>The step is too large: the loss went up {count} times.</source>
        <translation>스텝이 너무 큽니다. 손실이 {count}번 늘었습니다.</translation>
    </message>
    <message>
        <source>Q({label}) is too small to be written, and counts as 0 elsewhere; its logit goes on.</source>
        <translation>Q({label}): 표현할 수 없을 만큼 작아 다른 곳에서는 0으로 칩니다. 로짓은 계속 움직입니다.</translation>
    </message>
    <message>
        <source>Stopped: no hump nearby is better.</source>
        <translation>멈추었습니다. 가까이에 더 나은 봉우리가 없습니다.</translation>
    </message>
    <message>
        <source>Nothing left to learn: every arrow has length 0.</source>
        <translation>더 배울 것이 없습니다. 화살표의 길이가 모두 0입니다.</translation>
    </message>
    <message>
        <source>The first step puts one hump with Q&apos;s mean and width in the place of Q.</source>
        <translation>첫 스텝에서 Q 자리에 평균과 너비가 같은 봉우리 하나를 놓습니다.</translation>
    </message>
    <message>
        <source>One hump has to cover all that happens: look how wide it becomes.</source>
        <translation>봉우리 하나로 일어나는 것을 모두 덮어야 합니다. 얼마나 넓어지는지 보세요.</translation>
    </message>
    <message>
        <source>KL(Q‖P) avoids where P is small: begun near a mode, one hump stays on it.</source>
        <translation>KL(Q‖P)는 P가 작은 곳을 피합니다. P의 봉우리 가까이에서 시작하면 그곳에 머뭅니다.</translation>
    </message>
    <message>
        <source>Q({label}) = 0 is a logit of −∞: no step brings it back.</source>
        <translation>Q({label}) = 0: 로짓이 −∞라서 어떤 스텝으로도 돌아오지 않습니다.</translation>
    </message>
    <message>
        <source>Arrow: the push. Hollow bar: the next step, which may go the other way.</source>
        <translation>화살표: 미는 힘. 빈 막대: 다음 스텝. 서로 방향이 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>The purple that closes is KL(P‖Q). The floor H(P) stays: no Q costs less.</source>
        <translation>줄어드는 보라색이 KL(P‖Q)입니다. 바닥 H(P)는 그대로, 그보다 싼 Q는 없습니다.</translation>
    </message>
    <message>
        <source>KL(Q‖P) falls to 0 as Q becomes P.</source>
        <translation>Q가 P와 같아지면서 KL(Q‖P)가 0이 됩니다.</translation>
    </message>
    <message>
        <source>Q is locked: open the locks to train, with L or Unlock All.</source>
        <translation>Q가 고정되어 있습니다. 학습하려면 L 키나 ‘모두 고정 해제’로 해제하세요.</translation>
    </message>
    <message>
        <source>H(P,Q) stays ∞: Q({label}) = 0 is a logit of −∞. Raise it, or smooth Q.</source>
        <translation>H(P,Q)가 계속 ∞입니다. Q({label}) = 0: 로짓이 −∞. 올리거나 Q를 평활화하세요.</translation>
    </message>
    <message>
        <source>KL(Q‖P) is ∞ and has no slope: P({label}) = 0. Raise it, or go forward.</source>
        <translation>KL(Q‖P)가 ∞이고 기울기가 없습니다. P({label}) = 0: 올리거나 순방향으로 바꾸세요.</translation>
    </message>
    <message>
        <source>The step is too large: the numbers overflow. Make it smaller.</source>
        <translation>스텝이 너무 커서 수의 범위를 벗어납니다. 줄이세요.</translation>
    </message>
    <message>
        <source>Press {play} or {step}</source>
        <translation>누르세요: {play} 또는 {step}</translation>
    </message>
    <message>
        <source>floor H(P) = {value} {unit}</source>
        <translation>바닥 H(P) = {value} {unit}</translation>
    </message>
    <message>
        <source>floor 0</source>
        <translation>바닥 0</translation>
    </message>
    <message>
        <source>{floor}: one hump may not reach it</source>
        <translation>{floor}: 봉우리 하나로는 닿지 못할 수 있음</translation>
    </message>
    <message>
        <source>▶ Play</source>
        <translation>▶ 재생</translation>
    </message>
    <message>
        <source>■ Pause</source>
        <translation>■ 멈춤</translation>
    </message>
    <message>
        <source>Run the steps, or pause (Space)</source>
        <translation>스텝을 이어 가거나 멈춤(스페이스 키)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>한 스텝</translation>
    </message>
    <message>
        <source>Make one step (Right, S)</source>
        <translation>한 스텝 가기(오른쪽 화살표, S)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>{count} steps a second</source>
        <translation>초당 {count}스텝</translation>
    </message>
    <message>
        <source>{count}/s</source>
        <translation>{count}/초</translation>
    </message>
    <message>
        <source>How many steps a second are played</source>
        <translation>1초에 재생하는 스텝 수</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>작게 만들 값</translation>
    </message>
    <message>
        <source>forward: H(P,Q), KL(P‖Q)</source>
        <translation>순방향: H(P,Q), KL(P‖Q)</translation>
    </message>
    <message>
        <source>reverse: KL(Q‖P)</source>
        <translation>역방향: KL(Q‖P)</translation>
    </message>
    <message>
        <source>Shape of Q</source>
        <translation>Q가 될 수 있는 것</translation>
    </message>
    <message>
        <source>softmax: every bar free</source>
        <translation>소프트맥스: 막대마다 자유롭게</translation>
    </message>
    <message>
        <source>one hump</source>
        <translation>봉우리 하나</translation>
    </message>
    <message>
        <source>Objective: forward covers, reverse may seek a mode</source>
        <translation>작게 만들 값: 순방향은 봉우리를 모두 덮고, 역방향은 한 봉우리에 몰릴 수 있습니다</translation>
    </message>
    <message>
        <source>Shape of Q: anything, or one discretised Gaussian with its mean and width</source>
        <translation>Q가 될 수 있는 것: 아무 분포, 또는 평균과 너비가 있는 이산 가우스 분포 하나</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Put Q back to where these losses begin; what was dragged of P stays</source>
        <translation>Q를 이 손실 기록의 시작으로 되돌립니다. P에서 바꾼 것은 그대로 둡니다</translation>
    </message>
    <message>
        <source>Reset training</source>
        <translation>학습 처음으로</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>스텝 크기</translation>
    </message>
    <message>
        <source>How far each step goes along the push: too far, and it diverges</source>
        <translation>스텝마다 미는 힘을 따라 가는 정도. 너무 크면 발산합니다</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count}스텝</translation>
    </message>
</context>
<context>
    <name>TryPanel</name>
    <message>
        <source>Three things to try</source>
        <translation>해 볼 것 세 가지</translation>
    </message>
    <message>
        <source>Drag Q&apos;s {label} to its dashed line.</source>
        <translation>Q에서 {label} 막대를 파선까지 끌어 보세요.</translation>
    </message>
    <message>
        <source>One gesture: the extra cost changes at once.</source>
        <translation>한 번의 동작으로 추가 비용이 곧바로 달라집니다.</translation>
    </message>
    <message>
        <source>Press P ↔ Q.</source>
        <translation>P ↔ Q를 눌러 보세요.</translation>
    </message>
    <message>
        <source>H(P,Q) changes. Order matters.</source>
        <translation>H(P,Q)가 달라집니다. 순서가 중요합니다.</translation>
    </message>
    <message>
        <source>Drag one bar of Q to zero.</source>
        <translation>Q의 막대 하나를 0까지 끌어 보세요.</translation>
    </message>
    <message>
        <source>The model gives it probability 0. What does that cost?</source>
        <translation>모델이 그 범주에 확률 0을 줍니다. 비용은 얼마일까요?</translation>
    </message>
    <message>
        <source>Open an example</source>
        <translation>예제 열기</translation>
    </message>
    <message>
        <source>All three done</source>
        <translation>세 가지를 다 해 보았습니다</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>On to the lessons →</source>
        <translation>수업으로 →</translation>
    </message>
    <message>
        <source>Step {number}, done</source>
        <translation>{number}단계, 마침</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>{number}단계</translation>
    </message>
    <message>
        <source>From the next start on, the lessons stand in this place; the menu Help has these three again.</source>
        <translation>다음에 열 때부터는 이 자리에 수업이 놓입니다. 세 가지는 도움말 메뉴에서 다시 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Or look at dice, a coin, an exam, letters of two languages:</source>
        <translation>또는 주사위, 동전, 시험, 두 언어의 글자를 살펴보세요.</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>bits</source>
        <translation>비트</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>내트</translation>
    </message>
    <message>
        <source>hartleys</source>
        <translation>하틀리</translation>
    </message>
    <message>
        <source>bit</source>
        <translation>비트</translation>
    </message>
    <message>
        <source>nat</source>
        <translation>내트</translation>
    </message>
    <message>
        <source>hartley</source>
        <translation>하틀리</translation>
    </message>
</context>
<context>
    <name>ValuesEditor</name>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Weights to be applied</source>
        <translation>적용할 가중치</translation>
    </message>
    <message>
        <source>category</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>Type or paste weights as they are: 0.2, 1/6, 30%, counts, a table. They are scaled on Apply.</source>
        <translation>가중치를 있는 그대로 입력하거나 붙여 넣으세요: 0.2, 1/6, 30%, 횟수, 표. 적용할 때 비율로 바꿉니다.</translation>
    </message>
    <message>
        <source>Make {side} uniform</source>
        <translation>{side} 균등하게</translation>
    </message>
    <message>
        <source>{side} has no values yet: paste or type them.</source>
        <translation>{side} 열에 아직 값이 없습니다. 붙여 넣거나 입력하세요.</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: {reason}</source>
        <translation>{row}행 {column}열: {reason}</translation>
    </message>
    <message>
        <source>Row {row}: {reason}</source>
        <translation>{row}행: {reason}</translation>
    </message>
    <message>
        <source>sum of {name} = {total}</source>
        <translation>{name} 합 = {total}</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>KL(P‖Q) Terms</source>
        <translation>KL(P‖Q) 항</translation>
    </message>
    <message>
        <source>What each category adds to the extra cost</source>
        <translation>범주마다 추가 비용에 보태는 몫</translation>
    </message>
    <message>
        <source>H(P,Q) Terms</source>
        <translation>H(P,Q) 항</translation>
    </message>
    <message>
        <source>Each category&apos;s surprise, believing Q</source>
        <translation>Q를 믿을 때 범주마다의 정보량</translation>
    </message>
    <message>
        <source>H(P) Terms</source>
        <translation>H(P) 항</translation>
    </message>
    <message>
        <source>Each category&apos;s surprise, knowing P</source>
        <translation>P를 알 때 범주마다의 정보량</translation>
    </message>
    <message>
        <source>Code lengths</source>
        <translation>부호 길이</translation>
    </message>
    <message>
        <source>Code Lengths</source>
        <translation>부호 길이</translation>
    </message>
    <message>
        <source>Why the log?</source>
        <translation>왜 로그를 쓸까?</translation>
    </message>
    <message>
        <source>Why the Log?</source>
        <translation>왜 로그를 쓸까?</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>증거</translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message>
        <source>category {position} has no name</source>
        <translation>{position}번째 범주에 이름이 없습니다</translation>
    </message>
    <message>
        <source>category {position} has the name of category {other}: {label}</source>
        <translation>{position}번째 범주 이름이 {other}번째 범주와 같습니다: {label}</translation>
    </message>
    <message>
        <source>{side}, row {row}: {reason}</source>
        <translation>{side}, {row}행: {reason}</translation>
    </message>
    <message>
        <source>{side}: all weights are 0; at least one must be positive</source>
        <translation>{side}: 가중치가 모두 0입니다. 적어도 하나는 0보다 커야 합니다.</translation>
    </message>
</context>
<context>
    <name>WindowCommand</name>
    <message>
        <source>Internal error ({kind}). Ctrl+Z undoes the last change. Details are in the terminal.</source>
        <translation>klscope에 문제가 생겼습니다({kind}). Ctrl+Z로 되돌릴 수 있습니다. 자세한 내용은 터미널에 있습니다.</translation>
    </message>
</context>
</TS>
