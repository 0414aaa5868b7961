/* sender.c - the least a server can do: sender PORT.

   It speaks just enough of our wire for the load generator: it lets everybody in, keeps the newest
   move of each, and on every beat sends each visitor one frame with the hundred of their block.
   No rules, no interest, no database. What it takes is the floor for any server on this machine
   (one `send` a visitor and beat), and how many visitors the generator can keep up with when the
   server is no limit is the generator's own limit. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 20000, BLOCK = 100, RECORD = 10, HEADER = 8, MOVE = 12, BEAT_US = 100000 };

static struct visitor {
    int fd, number;
    bool is_upgraded, is_in;
    uint8_t kept[512]; /* input that is not a whole frame yet */
    size_t size;
} visitors[MOST];
static uint8_t records[MOST][RECORD];
static int arrived, waker;

static uint64_t now_us(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

static void send_text(struct visitor *v, const char *text) {
    uint8_t frame[512] = {0x81};
    size_t size = strlen(text), head = size < 126 ? 2 : 4;
    frame[1] = (uint8_t)(size < 126 ? size : 126);
    if (head == 4) {
        frame[2] = (uint8_t)(size >> 8);
        frame[3] = (uint8_t)size;
    }
    memcpy(frame + head, text, size);
    if (send(v->fd, frame, head + size, MSG_NOSIGNAL | MSG_DONTWAIT) < 0) v->is_in = false;
}

static void let_in(struct visitor *v) {
    char welcome[300];
    send_text(v, "40{\"sid\":\"-\"}");
    snprintf(welcome, sizeof welcome,
             "42[\"welcome\",{\"avatar\":%d,\"pose\":{\"x\":100,\"y\":2,\"z\":100,\"yaw\":0},"
             "\"bounds\":{\"minX\":0,\"minZ\":0,\"maxX\":1000,\"maxZ\":1000}}]", v->number + 1);
    send_text(v, welcome);
    v->is_in = true;
}

static void take_move(struct visitor *v, const uint8_t *move) {
    uint16_t number = (uint16_t)(v->number + 1);
    memcpy(records[v->number], &number, 2);
    memcpy(records[v->number] + 2, move + 4, 7);
    records[v->number][9] = move[1];
}

/* Every frame of a client is masked, and none here is longer than 125 bytes but the CONNECT. */
static size_t take_frame(struct visitor *v, const uint8_t *data, size_t size) {
    if (size < 2) return 0;
    size_t length = data[1] & 127, head = 2;
    if (length == 126) {
        if (size < 4) return 0;
        length = (size_t)data[2] << 8 | data[3];
        head = 4;
    }
    if (size < head + 4 + length) return 0;
    uint8_t plain[MOVE];
    for (size_t i = 0; i < length && i < MOVE; i++)
        plain[i] = data[head + 4 + i] ^ data[head + (i & 3)];
    if ((data[0] & 15) == 2 && length == MOVE) take_move(v, plain);
    else if (length >= 2 && plain[0] == '4' && plain[1] == '0') let_in(v);
    return head + 4 + length;
}

static void upgrade(struct visitor *v) {
    static const char answer[] = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                 "Connection: Upgrade\r\n\r\n";
    v->is_upgraded = true;
    v->size = 0;
    if (send(v->fd, answer, sizeof answer - 1, MSG_NOSIGNAL) > 0) send_text(v, "0{\"sid\":\"-\"}");
}

static void take(struct visitor *v) {
    ssize_t size = recv(v->fd, v->kept + v->size, sizeof v->kept - v->size, MSG_DONTWAIT);
    if (size < 0 && errno == EAGAIN) return;
    if (size <= 0) {
        close(v->fd);
        v->is_in = false;
        return;
    }
    v->size += (size_t)size;
    if (!v->is_upgraded) {
        if (memmem(v->kept, v->size, "\r\n\r\n", 4)) upgrade(v);
        return;
    }
    size_t at = 0, used;
    while ((used = take_frame(v, v->kept + at, v->size - at))) at += used;
    v->size -= at;
    memmove(v->kept, v->kept + at, v->size);
}

static void come(int door) {
    int one = 1, fd;
    while (arrived < MOST && (fd = accept4(door, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
        struct visitor *v = &visitors[arrived];
        v->fd = fd;
        v->number = arrived++;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        struct epoll_event event = {EPOLLIN, {.ptr = v}};
        epoll_ctl(waker, EPOLL_CTL_ADD, fd, &event);
    }
}

static void beat(void) {
    uint8_t frame[4 + HEADER + BLOCK * RECORD] = {0x82, 126};
    for (int first = 0; first < arrived; first += BLOCK) {
        uint16_t count = (uint16_t)(arrived - first < BLOCK ? arrived - first : BLOCK);
        size_t size = HEADER + (size_t)count * RECORD;
        frame[2] = (uint8_t)(size >> 8);
        frame[3] = (uint8_t)size;
        frame[4] = 1;
        frame[5] = (uint8_t)count;
        memcpy(frame + 6, &count, 2);
        memcpy(frame + 4 + HEADER, records[first], (size_t)count * RECORD);
        for (int i = first; i < first + count; i++) {
            if (visitors[i].is_in)
                send(visitors[i].fd, frame, 4 + size, MSG_NOSIGNAL | MSG_DONTWAIT);
        }
    }
}

int main(int argc, char **argv) {
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int door = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1;
    here.sin_port = htons((uint16_t)(argc > 1 ? atoi(argv[1]) : 0));
    setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(door, (void *)&here, sizeof here) || listen(door, 1024)) {
        perror("sender");
        return 1;
    }
    waker = epoll_create1(0);
    struct epoll_event event = {EPOLLIN, {.ptr = NULL}}, happened[512];
    epoll_ctl(waker, EPOLL_CTL_ADD, door, &event);
    puts("listening");
    fflush(stdout);
    for (uint64_t due = now_us() + BEAT_US;;) {
        uint64_t now = now_us();
        if (now >= due) {
            beat();
            due += BEAT_US;
            continue;
        }
        int count = epoll_wait(waker, happened, 512, (int)((due - now) / 1000) + 1);
        for (int i = 0; i < count; i++) {
            if (happened[i].data.ptr) take(happened[i].data.ptr);
            else come(door);
        }
    }
}
