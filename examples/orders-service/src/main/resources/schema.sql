create sequence if not exists order_attempt_seq start with 1 increment by 50;

create table if not exists order_attempt (
    id             bigint primary key,
    order_id       varchar(64)    not null,
    total          numeric(12, 2) not null,
    stock          varchar(16)    not null,
    correlation_id uuid           not null,
    attempted_at   timestamptz    not null
);

create table if not exists order_audit (
    order_id       varchar(64) not null,
    event          varchar(64) not null,
    payment_token  varchar(64) not null,
    correlation_id uuid        not null,
    recorded_at    timestamptz not null
);

create table if not exists customer (
    id       varchar(64) primary key,
    name     varchar(128)  not null,
    discount numeric(5, 2) not null,
    payment_token varchar(64) not null
);

create table if not exists price (
    sku    varchar(64) primary key,
    amount numeric(12, 2) not null
);
