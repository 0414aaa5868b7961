## 설정 패널의 문장.

settings-text = 글자 크기
settings-text-size = { $percent }%
