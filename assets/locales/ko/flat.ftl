## 지도 마을: 지도와 글로 걷는 마을. 일본어를 먼저 쓰고 이것이 따른다.

flat-map = 마을 지도
flat-map-about = 빨간 표시가 나, 파란 표시가 다른 사람입니다. 위쪽이 북쪽입니다. 화살표 키로 걷습니다. Enter를 누르면 지금 있는 곳을 읽어 줍니다. 더하기와 빼기로 크기를 바꾸고 I, K, J, L로 지도를 움직입니다.
flat-nearer = 지도 크게 보기
flat-further = 지도 작게 보기
flat-whole = 마을 전체 보기
flat-own = 내 주변 보기
flat-here = 지금 있는 곳
flat-near = 가까운 장소
flat-standing = ‘{ $place }’에 있습니다.
flat-standing-near = 가장 가까운 장소는 ‘{ $place }’입니다({ $where }).
flat-tell = 주변 모습 읽어 주기
flat-told-place = { $where }에 ‘{ $place }’.
flat-told-alone = { $metres } m 안에는 아무도 없습니다.
flat-told-people =
    { $count ->
        [1] 가까이에 { $name } 님이 있습니다({ $where }).
       *[other] 가까이에 { $count }명이 있습니다. 가장 가까운 사람은 { $name } 님입니다({ $where }).
    }
flat-hint = 장소를 고르거나 지도를 누르면 그곳까지 걸어갑니다.
flat-going = 지도의 그곳으로 걸어가고 있습니다.
flat-arrived = 도착했습니다.
flat-left = { $metres } m 남음
flat-half-way = { $metres } m 남았습니다.
