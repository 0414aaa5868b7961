/* net.c - every connection on one thread: HTTP up to the upgrade, then WebSocket frames. */
#define _GNU_SOURCE
#include "avatar.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { TEXT = 1, CLOSE = 8, PING = 9, PONG = 10, SMALL = 16, MOST_UNSENT = 1 << 20 };

int net_dialling; /* connections between their first byte and being in */
static int events;
static uint8_t received[1 << 18];

void net_open(void) { events = epoll_create1(0); }

static void watch(struct avatar *a, int how, uint32_t what) {
    struct epoll_event event = {what, {.ptr = a}};
    epoll_ctl(events, how, a->fd, &event);
}

static void open_socket(struct avatar *a) {
    struct sockaddr_in to = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)options.port),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int one = 1;
    a->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    setsockopt(a->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    a->stage = DIALLING;
    a->in_size = a->out_size = 0;
    if (connect(a->fd, (struct sockaddr *)&to, sizeof to) < 0 && errno != EINPROGRESS)
        net_lose(a, "connect");
    else
        watch(a, EPOLL_CTL_ADD, EPOLLIN | EPOLLOUT);
}

void net_dial(struct avatar *a) {
    a->dialled = now_us();
    net_dialling++;
    open_socket(a);
}

static void close_socket(struct avatar *a) {
    if (a->fd >= 0) close(a->fd);
    a->fd = -1;
    a->stage = CLOSED;
}

void net_lose(struct avatar *a, const char *why) {
    if (a->gone) return;
    if (!a->ready) net_dialling--;
    a->gone = true;
    close_socket(a);
    figures_lost(why);
}

/* As a tab that is closed: a close frame, and nobody waits for the answer. */
void net_hang_up(struct avatar *a) {
    if (a->gone) return;
    net_send(a, CLOSE, "\x03\xe9", 2);
    a->gone = true;
    close_socket(a);
}

static void write_out(struct avatar *a, const uint8_t *data, size_t size) {
    a->bytes_up += size;
    if (a->out_size == 0) {
        ssize_t taken = send(a->fd, data, size, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (taken < 0 && errno != EAGAIN) {
            net_lose(a, "send");
            return;
        }
        if (taken < 0) taken = 0;
        data += taken;
        size -= (size_t)taken;
        if (!size) return;
        watch(a, EPOLL_CTL_MOD, EPOLLIN | EPOLLOUT);
    }
    if (a->out_size + size > MOST_UNSENT) {
        net_lose(a, "the server does not read");
        return;
    }
    if (a->out_size + size > a->out_room) {
        a->out_room = (a->out_size + size) * 2;
        a->out = realloc(a->out, a->out_room);
    }
    memcpy(a->out + a->out_size, data, size);
    a->out_size += size;
}

static void write_rest(struct avatar *a) {
    if (a->out_size) {
        ssize_t taken = send(a->fd, a->out, a->out_size, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (taken < 0) {
            if (errno != EAGAIN) net_lose(a, "send");
            return;
        }
        a->out_size -= (size_t)taken;
        memmove(a->out, a->out + taken, a->out_size);
    }
    if (a->out_size == 0) watch(a, EPOLL_CTL_MOD, EPOLLIN);
}

void net_send(struct avatar *a, int opcode, const void *data, size_t size) {
    uint8_t frame[2048];
    size_t head = 2;
    if (a->gone || a->stage != OPEN || size + 8 > sizeof frame) return;
    frame[0] = (uint8_t)(0x80 | opcode);
    if (size < 126) {
        frame[1] = (uint8_t)(0x80 | size);
    } else {
        frame[1] = 0x80 | 126;
        frame[2] = (uint8_t)(size >> 8);
        frame[3] = (uint8_t)size;
        head = 4;
    }
    memcpy(frame + head, &a->mask, 4);
    for (size_t i = 0; i < size; i++)
        frame[head + 4 + i] = ((const uint8_t *)data)[i] ^ frame[head + (i & 3)];
    write_out(a, frame, head + 4 + size);
}

/* Each avatar says that it comes from an address of its own, as through a trusted proxy. */
int net_upgrade(const struct avatar *a, char *out, size_t room, const char *path) {
    return snprintf(out, room,
                    "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\n"
                    "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    "Sec-WebSocket-Version: 13\r\nX-Forwarded-For: 10.%d.%d.%d\r\n\r\n",
                    path, options.port, a->index >> 16 & 255, a->index >> 8 & 255, a->index & 255);
}

static void ask(struct avatar *a) {
    char request[4096];
    bool upgrade = false;
    int size = adapter->request(a, request, sizeof request, &upgrade);
    a->stage = upgrade ? UPGRADING : ASKING;
    write_out(a, (uint8_t *)request, (size_t)size);
}

static void take_frame(struct avatar *a, int first, const uint8_t *data, size_t size) {
    int opcode = first & 15;
    if (opcode == PING) net_send(a, PONG, data, size);
    else if (opcode == CLOSE) net_lose(a, "closed by the server");
    else adapter->frame(a, opcode, data, size);
}

/* Whether only the size of a frame matters. */
static bool is_skipped(const struct avatar *a, int first, uint64_t size) {
    if (!a->ready || a->sampled || size <= SMALL) return false;
    return !(adapter->reads_text && (first & 15) == TEXT);
}

/* Take whole frames from `data`; give back how many bytes that were. */
static size_t take_frames(struct avatar *a, const uint8_t *data, size_t size) {
    size_t at = 0;
    while (at < size && !a->gone) {
        if (a->skip) {
            size_t some = size - at < a->skip ? size - at : a->skip;
            a->skip -= some;
            at += some;
            continue;
        }
        if (size - at < 2) break;
        const uint8_t *p = data + at;
        size_t head = 2;
        uint64_t length = p[1] & 127;
        if (length >= 126) {
            int more = length == 126 ? 2 : 8;
            head += (size_t)more;
            if (size - at < head) break;
            length = 0;
            for (int i = 0; i < more; i++) length = length << 8 | p[2 + i];
        }
        if (is_skipped(a, p[0], length)) {
            a->frames_down++;
            at += head;
            a->skip = length;
            continue;
        }
        if (size - at < head + length) break;
        if (!adapter->reads_text || (p[0] & 15) != TEXT) a->frames_down += length > SMALL;
        take_frame(a, p[0], p + head, length);
        at += head + length;
    }
    return at;
}

/* Take HTTP answers up to the upgrade; give back how many bytes, or -1 for `not all there`. */
static ssize_t take_answer(struct avatar *a, const uint8_t *data, size_t size) {
    const uint8_t *end = memmem(data, size, "\r\n\r\n", 4);
    if (!end) return -1;
    size_t head = (size_t)(end + 4 - data);
    if (a->stage == UPGRADING) {
        if (memcmp(data + 9, "101", 3)) net_lose(a, "the upgrade was refused");
        a->stage = OPEN;
        return (ssize_t)head;
    }
    const char *told = strcasestr((const char *)data, "content-length:");
    size_t length = told ? strtoul(told + 15, NULL, 10) : 0;
    if (size < head + length) return -1;
    char *body = strndup((const char *)data + head, length);
    bool is_good = !memcmp(data + 9, "200", 3) && adapter->answer(a, body);
    free(body);
    if (!is_good) {
        net_lose(a, "the request was refused");
    } else if (adapter->redials) {
        a->requests++;
        close_socket(a);
        open_socket(a);
    } else {
        a->requests++;
        ask(a);
    }
    return (ssize_t)(head + length);
}

static void keep(struct avatar *a, const uint8_t *data, size_t size) {
    if (size + 1 > a->in_room) {
        uint8_t *larger = malloc(a->in_room = size * 2 + 4096);
        memcpy(larger, data, size);
        free(a->in);
        a->in = larger;
    } else {
        memmove(a->in, data, size);
    }
    a->in_size = size;
    a->in[size] = 0;
}

static void take(struct avatar *a, const uint8_t *data, size_t size) {
    while (a->stage != OPEN) {
        enum stage before = a->stage;
        ssize_t used = take_answer(a, data, size);
        if (a->gone || a->stage == DIALLING) return; /* lost, or another connection by now */
        if (used < 0) break;
        data += used;
        size -= (size_t)used;
        if (before == UPGRADING) break;
    }
    if (a->stage == OPEN) {
        size_t used = take_frames(a, data, size);
        data += used;
        size -= used;
    }
    if (!a->gone) keep(a, data, size);
}

static void read_all(struct avatar *a) {
    for (;;) {
        ssize_t size = recv(a->fd, received, sizeof received - 1, 0);
        if (size < 0 && (errno == EAGAIN || errno == EINTR)) return;
        if (size <= 0) {
            net_lose(a, size ? "the connection broke" : "the server hung up");
            return;
        }
        received_at = now_us();
        a->bytes_down += (uint64_t)size;
        if (a->in_size) {
            size_t all = a->in_size + (size_t)size;
            if (all + 1 > a->in_room) a->in = realloc(a->in, a->in_room = all * 2 + 1);
            memcpy(a->in + a->in_size, received, (size_t)size);
            a->in[all] = 0;
            take(a, a->in, all);
        } else {
            received[size] = 0;
            take(a, received, (size_t)size);
        }
        if (a->gone || a->stage == DIALLING || (size_t)size < sizeof received - 1) return;
    }
}

static void happen(struct avatar *a, uint32_t what) {
    if (a->gone) return;
    if (a->stage == DIALLING) {
        int error = 0;
        socklen_t size = sizeof error;
        getsockopt(a->fd, SOL_SOCKET, SO_ERROR, &error, &size);
        if (error) {
            net_lose(a, strerror(error));
            return;
        }
        watch(a, EPOLL_CTL_MOD, EPOLLIN);
        ask(a);
        return;
    }
    if (what & EPOLLOUT) write_rest(a);
    if (!a->gone && what & (EPOLLIN | EPOLLHUP | EPOLLERR)) read_all(a);
}

void net_wait(uint64_t until) {
    struct epoll_event happened[512];
    uint64_t now = now_us();
    struct timespec patience = {0, 0};
    if (until > now) {
        patience.tv_sec = (time_t)((until - now) / 1000000);
        patience.tv_nsec = (long)((until - now) % 1000000 * 1000);
    }
    int count = epoll_pwait2(events, happened, 512, &patience, NULL);
    for (int i = 0; i < count; i++) happen(happened[i].data.ptr, happened[i].events);
}
