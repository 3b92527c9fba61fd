insert into customer (id, name, discount, payment_token) values ('cus_7', 'Ada Wren', 5.00, 'card-tok-71f0b3a9e4') on conflict do nothing;

insert into price (sku, amount) values ('sku_lamp', 24.90), ('sku_bulb', 3.75) on conflict do nothing;
