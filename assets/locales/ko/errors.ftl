## 거절과 연결 종료의 말. 키는 error-<code>.

error-town-error = 잘되지 않았습니다. 다시 시도해 주세요.
error-malformed = 보내신 내용을 읽을 수 없습니다({ $field }). 페이지를 새로 고친 뒤 다시 시도해 주세요.
error-not-signed-in = 패스포트를 찾을 수 없습니다. 첫 화면에서 다시 들어와 주세요.
error-not-allowed = 이 작업은 할 수 없습니다.
error-not-found =
    { $what ->
        [event] 이 이벤트를 찾을 수 없습니다. 링크가 오래되었거나 취소된 이벤트일 수 있습니다.
        [visitor] 이 방문자를 찾을 수 없습니다.
        [badge] 이 배지를 찾을 수 없습니다.
       *[other] 찾으시는 것이 없습니다.
    }
error-too-many = 조금 서두르신 것 같아요. { $seconds }초쯤 기다렸다가 다시 시도해 주세요.
error-unavailable = 마을이 숨을 고르고 있습니다. 잠시 후 다시 시도해 주세요.
error-name-refused =
    { $rule ->
        [empty] 닉네임을 입력해 주세요.
        [long] 닉네임은 24자까지 쓸 수 있습니다.
        [characters] 닉네임에 쓸 수 없는 글자가 있습니다.
        [reserved] 마을 직원으로 오해될 수 있는 이름이라 쓸 수 없습니다.
       *[other] 이 닉네임은 쓸 수 없습니다.
    }
error-event-not-open = 아직 문이 열리지 않았거나 이미 닫혔습니다.
error-event-full = 자리가 모두 찼습니다. 줄을 서면 자리가 나는 대로 차례로 들어갈 수 있습니다.
error-entry-refused =
    { $rule ->
        [expired] 이 직원용 입구는 기한이 지났습니다. 관리 화면에서 새로 만들어 주세요.
        [other-event] 이 직원용 입구는 다른 이벤트의 것입니다.
        [other-visitor] 이 직원용 입구는 이미 다른 분이 쓰고 있습니다. 관리 화면에서 본인의 입구를 만들어 주세요.
        [withdrawn] 이 직원용 입구는 더 이상 쓸 수 없습니다.
       *[other] 이 직원용 입구는 올바르지 않습니다. 관리 화면에서 새로 만들어 주세요.
    }
error-removed = 직원의 판단으로 이 이벤트에서 퇴장하셨습니다. 이유: { $reason }
error-grant-refused =
    { $rule ->
        [not-held] 열리지 않은 이벤트의 배지는 줄 수 없습니다.
        [not-over] 안내자 배지는 이벤트가 끝난 뒤에 줄 수 있습니다.
        [too-late] 이 이벤트의 배지를 발행할 수 있는 기간이 끝났습니다.
       *[kind] 이 배지는 직접 줄 수 없습니다.
    }
error-claim-refused =
    { $rule ->
        [used] 다른 분이 이미 사용한 코드입니다.
        [stale] 화면의 코드가 새로 바뀌었습니다. 다시 스캔해 주세요.
        [not-yet] 아직 받을 수 있는 시간이 아닙니다.
        [too-late] 받을 수 있는 기간이 끝났습니다.
        [full] 받을 수 있는 인원이 모두 찼습니다.
        [withdrawn] 이 코드나 말은 이제 쓸 수 없습니다.
       *[other] 없는 코드이거나 없는 말입니다. 다시 확인해 주세요.
    }
error-passport-refused =
    { $rule ->
        [unknown] 그런 코드를 찾을 수 없습니다. 다시 한번 확인해 주세요.
        [expired] 이 코드의 기한이 지났습니다. 패스포트가 있는 기기에서 새 코드를 만들어 주세요.
        [used] 이미 사용한 코드입니다. 패스포트가 있는 기기에서 새 코드를 만들어 주세요.
        [other-passport] 이 기기에는 다른 패스포트가 있습니다.
        [not-remembered] ‘이번 한 번만’인 패스포트는 다른 기기로 가져갈 수 없습니다. 먼저 ‘기억해 주세요’로 바꿔 주세요.
        [challenge] 시간이 너무 지났습니다. 처음부터 다시 해 주세요.
        [many-passkeys] 패스키는 10개까지입니다. 쓰지 않는 것을 지워 주세요.
        [no-passkeys] 이 마을 주소에서는 패스키를 쓸 수 없습니다. 코드를 사용해 주세요.
       *[passkey] 이 패스키로는 들어올 수 없습니다. 다른 패스키나 코드를 사용해 주세요.
    }
error-line-refused =
    { $rule ->
        [link] 링크는 보낼 수 없습니다. 장소 이름으로 알려 주세요.
        [repeated] 같은 말이 이어지고 있습니다. 잠시 기다리거나 다르게 말해 주세요.
       *[words] 다른 사람에게 상처를 줄 수 있는 말이 들어 있습니다. 다르게 표현해 주세요.
    }
error-person-refused =
    { $rule ->
        [self] 바로 본인입니다.
        [host] 안내자와 담당자에게는 할 수 없습니다. 행사를 진행하고 모두를 살피는 사람들입니다.
        [full] 더는 남겨 둘 수 없습니다. 이전 것을 취소한 뒤 다시 시도해 주세요.
       *[gone] 그 사람은 이제 여기에 없습니다.
    }
error-wallet-refused =
    { $rule ->
        [expired] 서명 시간이 지났습니다. 처음부터 다시 해 주세요.
        [too-early] 지갑의 시계와 마을의 시계가 맞지 않습니다. 시각을 확인하고 다시 시도해 주세요.
        [replayed] 이 서명은 이미 사용되었거나 기한이 지났습니다. 처음부터 다시 해 주세요.
        [signature] 이 지갑의 서명이 아닙니다. 선택한 계정을 확인하고 다시 시도해 주세요.
        [other-chain] 지갑이 다른 네트워크에서 서명했습니다. 마을의 네트워크로 바꿔 주세요.
       *[other] 이 서명은 이 마을을 위한 것이 아닙니다. 첫 화면부터 다시 해 주세요.
    }
error-wallet-conflict =
    { $rule ->
        [elsewhere] 이 지갑은 다른 기기에서 온 분께 연결되어 있습니다. 같은 분이라면 하나로 합칠 수 있습니다.
        [other-wallet] 이미 다른 지갑이 연결되어 있습니다. 먼저 그 지갑의 연결을 풀어 주세요.
        [moved] 배지는 이미 지갑으로 옮겨졌습니다. 공개 기록이므로 바꾸거나 되돌릴 수 없습니다.
        [none] 연결된 지갑이 없습니다.
        [no-chain] 마을의 블록체인이 아직 준비되지 않았습니다. 잠시 후 다시 시도해 주세요.
       *[other] 지금은 이 지갑을 연결할 수 없습니다.
    }
error-ticket-refused = 입장권의 기한이 지났습니다. 다시 들어와 주세요.
error-protocol-too-old = 마을이 새로워졌습니다. 페이지를 새로 고쳐 주세요.
error-bad-transition =
    { $state ->
        [draft] 이 이벤트는 초안이라 그 작업을 할 수 없습니다.
        [published] 이 이벤트는 아직 문을 열지 않아 그 작업을 할 수 없습니다.
        [open] 이 이벤트는 진행 중이라 그 작업을 할 수 없습니다.
        [ended] 이 이벤트는 끝나서 그 작업을 할 수 없습니다.
        [cancelled] 이 이벤트는 취소되어 그 작업을 할 수 없습니다.
       *[other] 지금 상태에서는 그 작업을 할 수 없습니다.
    }

## 연결이 끝난 이유

error-restart = 마을을 손보고 있습니다. 곧 서 있던 자리로 돌아갑니다.
error-slow-reader = 통신이 따라가지 못해 다시 연결합니다.
error-ghost = 잠시 연락이 끊겨 다시 연결합니다.
error-another-tab = 다른 탭이나 다른 화면에서 마을에 들어가셔서 이 화면은 종료되었습니다.
error-event-ended = 이벤트가 끝났습니다. 함께해 주셔서 감사합니다.
error-left = 마을을 나왔습니다. 언제든 다시 오세요.
error-flood = 한꺼번에 너무 많이 보내져 연결이 끊겼습니다. 다시 연결합니다.
error-hostile = 마을에 맞지 않는 통신이 있어 연결을 끝냈습니다. 페이지를 새로 고쳐 주세요.
error-moved = 회장이 자리를 옮겼습니다. 곧 서 있던 자리로 돌아갑니다.
