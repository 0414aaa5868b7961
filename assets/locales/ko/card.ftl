## 마을 링크를 보냈을 때 상대방 화면에 나타나는 글.

card-town = 버추얼 가시마
card-town-about = 사가현 가시마시를 브라우저로 걷는 마을입니다. 앱도 가입도 필요 없습니다.
card-of = { $name } | { $town }
card-picture = 버추얼 가시마 마을의 풍경
card-event-coming = { $when } (일본 시간), { $place }. 링크만 열면 참가할 수 있습니다. 앱도 가입도 필요 없습니다.
card-event-ended = { $when } (일본 시간)에 { $place }에서 열렸습니다. 마을은 언제든지 걸을 수 있습니다.
card-event-cancelled = { $when } (일본 시간) { $place } 행사는 취소되었습니다. 마을은 언제든지 걸을 수 있습니다.
