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
